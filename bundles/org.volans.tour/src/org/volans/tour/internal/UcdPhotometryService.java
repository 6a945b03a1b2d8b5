package org.volans.tour.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.adql.AdqlService;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.photometry.PhotometryCandidate;
import org.volans.api.photometry.PhotometryMatches;
import org.volans.api.photometry.PhotometryService;
import org.volans.api.photometry.PhotometryTable;
import org.volans.api.registry.RegistryService;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapService;
import uk.ac.starlink.table.StarTable;

/** Tells photometry by its UCDs. */
@Component
public final class UcdPhotometryService implements PhotometryService {

    private final RegistryService registry;
    private final TapService tap;
    private final AdqlService adql;

    /** Called by DS. */
    @Activate
    public UcdPhotometryService(
            @Reference RegistryService registry, @Reference TapService tap, @Reference AdqlService adql) {
        this.registry = registry;
        this.tap = tap;
        this.adql = adql;
    }

    @Override
    public List<PhotometryCandidate> candidates(String keyword, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException {
        if (keyword.isBlank()) {
            throw new InputException("a keyword is needed to search the registry by, such as the name of a survey");
        }
        return new PhotometryFinder(registry, tap, keyword, inquiry).find(monitor);
    }

    @Override
    public Optional<PhotometryTable> verified(PhotometryCandidate candidate, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException {
        return PhotometryFinder.verified(candidate, tap, new Log(inquiry.journal()), monitor);
    }

    @Override
    public TapQuery join(PhotometryTable photometry, StarTable objects, double radius) throws InputException {
        return new PhotometryJoin(tap, adql, photometry, objects, radius).query();
    }

    @Override
    public PhotometryMatches match(
            PhotometryTable photometry, StarTable objects, double radius, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException {
        return new PhotometryJoin(tap, adql, photometry, objects, radius).join(inquiry, monitor);
    }
}
