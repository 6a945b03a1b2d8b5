package org.volans.tour.internal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.OutputException;
import org.volans.api.VoException;
import org.volans.api.image.FitsImage;
import org.volans.api.image.RenderRequest;
import org.volans.api.image.RenderRequest.Mark;
import org.volans.api.io.WholeFile;

/** Gives each target its cutout as FITS and as a picture. */
final class Pictures {

    private static final int SIDE = 340;

    private final TourServices services;
    private final Step step;

    Pictures(TourServices services, Step step) {
        this.services = services;
        this.step = step;
    }

    /**
     * Puts {@code NAME.fits} and {@code NAME.png} into a folder. Rows that share a position share one request: the file
     * is linked, or copied where that cannot be.
     *
     * @return whether there is a picture; a file that cannot be drawn costs a warning and keeps its FITS
     */
    boolean publish(Target target, Cutout cutout, Path folder, IProgressMonitor monitor) throws OutputException {
        if (cutout.file().isEmpty()) {
            return false;
        }
        Path fits = folder.resolve(target.fileName() + ".fits");
        share(cutout.file().get(), fits);
        try {
            FitsImage image = services.images().open(fits, monitor).get(0);
            if (image.wcs().isEmpty()) {
                step.warn(fits.getFileName() + ": " + image.wcsProblem());
            }
            // the source itself is what the picture is for: cuts made for faint things around it would whiten it out
            RenderRequest request =
                    new RenderRequest("asinh", "minmax", "inferno", SIDE, marks(cutout), true, target.name());
            services.images().render(image, request, folder.resolve(target.fileName() + ".png"), monitor);
            return true;
        } catch (OutputException e) {
            throw e;
        } catch (VoException e) {
            step.warn("no picture of " + fits.getFileName() + ": " + e.getMessage());
            return false;
        }
    }

    private static List<Mark> marks(Cutout cutout) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(cutout.circle().center(), Optional.empty(), ""));
        cutout.outcome()
                .source()
                .map(s -> new Mark(s.position(), s.majorAxis().map(axis -> axis / 2), ""))
                .ifPresent(marks::add);
        return marks;
    }

    private static void share(Path from, Path to) throws OutputException {
        try {
            try {
                Files.createLink(to, from);
            } catch (UnsupportedOperationException | FileAlreadyExistsException e) {
                Files.copy(from, to);
            }
        } catch (IOException e) {
            throw new OutputException("cannot write " + to + ": " + WholeFile.reason(e), e);
        }
    }
}
