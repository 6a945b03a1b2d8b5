package org.volans.api.registry;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.VoException;
import org.volans.api.table.TableMeta;

/**
 * Searching a relational registry (RegTAP 1.2; 1.0 and 1.1 tables are understood, and what they lack is left out).
 * Safe for concurrent use.
 */
@ProviderType
public interface RegistryService {

    /** Public RegTAP endpoints in the order in which they are tried when the user names none. */
    List<URI> publicEndpoints();

    /**
     * Records that meet all constraints, in order of relevance for keywords, else by identifier.
     *
     * @param registry access URL of the RegTAP service
     * @throws VoException when the registry cannot be asked or its answer cannot be read
     */
    List<RegistryRecord> search(URI registry, RegistryQuery query, IProgressMonitor monitor) throws VoException;

    /**
     * Some of the records that meet all constraints: asking for one page after the other shows the first while the rest
     * is still on its way. One request for each page, in the order of {@link #search}; equally relevant records are in
     * the order that the registry gives their identifiers.
     *
     * @param query its limit is the size of the page; a registry that cuts answers off makes pages smaller
     * @param after the {@link RegistryPage#next} of the page before; empty for the first
     * @throws VoException when the registry cannot be asked or its answer cannot be read
     */
    RegistryPage page(URI registry, RegistryQuery query, Optional<RegistryCursor> after, IProgressMonitor monitor)
            throws VoException;

    /**
     * How many records meet all constraints. May count a few that a search leaves out: those whose service of the
     * wanted kind is nothing but a page for people.
     *
     * @throws VoException when the registry cannot be asked or its answer cannot be read
     */
    long count(URI registry, List<RegistryConstraint> constraints, IProgressMonitor monitor) throws VoException;

    /**
     * Whether the registry can say what its records cover on the sky ({@code rr.stc_spatial}, RegTAP 1.2). Where it
     * cannot, {@link RegistryConstraint.Covers} and {@link RegistryConstraint.CoversNot} are refused.
     *
     * @throws VoException when the registry cannot be asked or its answer cannot be read
     */
    boolean statesCoverage(URI registry, IProgressMonitor monitor) throws VoException;

    /**
     * One record with all that the registry knows of it.
     *
     * @throws org.volans.api.InputException when there is no such record; names near ones where there are any
     */
    RegistryRecord show(URI registry, String ivoid, IProgressMonitor monitor) throws VoException;

    /** The tables of a record with their columns as the registry has them; empty when it has none. */
    List<TableMeta> tables(URI registry, String ivoid, IProgressMonitor monitor) throws VoException;

    /**
     * The access URL behind what a user calls a service: an http URL (returned as it is), an IVOA identifier, or a
     * short name.
     *
     * @throws org.volans.api.InputException when the registry knows no such service of that kind, or several
     */
    URI resolve(URI registry, String service, ServiceType type, IProgressMonitor monitor) throws VoException;
}
