package org.volans.api.adql;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.table.SchemaMeta;

/**
 * ADQL 2.1 as text: parsing, checking, translating. No I/O. Safe for concurrent use.
 *
 * <p>The SQL that {@link #translate} writes is DuckDB's; geometry appears in it as calls of functions whose names start
 * with {@code adql_}, which {@link AdqlEngine} provides.
 */
@ProviderType
public interface AdqlService {

    /** Every fault of grammar in a text; empty when it is ADQL. */
    List<AdqlFault> check(String adql);

    /** Every fault of grammar or of names against the tables given; uploads stand in a schema {@code TAP_UPLOAD}. */
    List<AdqlFault> check(String adql, List<SchemaMeta> schemas);

    /** As {@link #check(String, List)}, with the functions that a service declares taken for granted. */
    List<AdqlFault> check(String adql, AdqlContext context);

    /**
     * What may be written at a place, from the grammar and the tables in FROM; also in texts that are no query yet.
     *
     * @param offset  of the caret, in UTF-16 units from 0
     * @param context what is known
     */
    Completion complete(String adql, int offset, AdqlContext context);

    /**
     * What is known of the word at a place: columns through aliases and subqueries, tables, functions.
     *
     * @param offset in UTF-16 units from 0
     */
    Optional<AdqlDescription> describe(String adql, int offset, AdqlContext context);

    /** The tables that a text names in FROM, in text order; also in texts that are no query. */
    List<TableUse> tables(String adql);

    /** The words of any text, comments among them, in text order. */
    List<AdqlToken> tokens(String adql);

    /**
     * The same query in upper-case keywords, one clause a line, indented. Comments, names and texts stay as they are. A text
     * with words that have no place in ADQL comes back unchanged. Formatting twice changes nothing more.
     */
    String format(String adql);

    /**
     * Translates a query.
     *
     * @param schemas the tables that the query may use
     * @throws AdqlException when the text has faults
     */
    Translation translate(String adql, List<SchemaMeta> schemas) throws AdqlException;

    /** A name as ADQL writes it: delimited when it is no regular identifier or a reserved word. */
    String quote(String identifier);
}
