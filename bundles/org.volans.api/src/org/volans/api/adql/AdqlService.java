package org.volans.api.adql;

import java.util.List;
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
