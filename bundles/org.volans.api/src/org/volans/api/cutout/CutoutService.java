package org.volans.api.cutout;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.OutputException;
import org.volans.api.VoException;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.geometry.Position;
import org.volans.api.inquiry.Inquiry;

/**
 * Cutouts as large as the source at a position. {@link #cutoutHere} does everything for one position; the other methods
 * are its steps, for who has many positions or knows the tables. Safe for concurrent use.
 */
@ProviderType
public interface CutoutService {

    /**
     * Finds an image of a waveband that covers a position and a catalogue that says how large the source there is, and
     * cuts the source out. The images are those of the ObsCore services that the registry knows for the waveband, sharp
     * ones first; the catalogue is one of the service that has the image. What is learnt of images and catalogues is
     * remembered for later positions.
     *
     * @param waveband an IVOA messenger term such as {@code radio}
     * @param radius   how far the source may be from the position, in degrees; also the cutout's radius where no source
     *                 with a size is there
     * @param file     appears whole or not at all
     * @throws OutputException when the file cannot be written
     * @throws VoException     when the registry cannot be asked, or no service of the waveband answers
     */
    PositionCutout cutoutHere(
            Position position, String waveband, double radius, Path file, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException;

    /**
     * The service that has a table of a given name: by the registry, else by asking the services at hand.
     *
     * @param near services that are asked when the registry does not know; the first that has the table wins
     * @throws org.volans.api.InputException when none has it
     */
    ServiceTable locate(String table, List<DiscoveryRequest.Service> near, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException;

    /**
     * The catalogues of sources with positions and sizes that a service has, told by their UCDs ({@code pos.eq.*},
     * {@code phys.angSize.smajAxis}) in its {@code TAP_SCHEMA} (TAP 1.1, section 4); those with photometry first.
     *
     * @return a few at most; empty when the service has none
     */
    List<ServiceTable> catalogues(DiscoveryRequest.Service service, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException;

    /**
     * The source nearest to each position.
     *
     * @param radius how far it may be, in degrees
     * @return one for each position
     */
    List<Optional<NearbySource>> sources(
            ServiceTable catalogue, List<Position> positions, double radius, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException;

    /** The images of a table, such as one of mosaics, that may cover any of the positions and can be cut. */
    List<CuttableImage> images(ServiceTable table, List<Position> positions, Inquiry inquiry, IProgressMonitor monitor)
            throws VoException;

    /** The images that discovery found and that can be cut, each data set once, in the report's order. */
    List<CuttableImage> images(DiscoveryReport report, Inquiry inquiry, IProgressMonitor monitor) throws VoException;

    /**
     * Cuts out of the first image that covers the position and gives something.
     *
     * @param fallback radius in degrees where there is no source with a size
     * @param file     appears whole or not at all
     */
    PositionCutout cutout(
            Position position,
            Optional<NearbySource> source,
            double fallback,
            List<CuttableImage> images,
            Path file,
            Inquiry inquiry,
            IProgressMonitor monitor)
            throws OutputException;
}
