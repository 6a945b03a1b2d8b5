package org.volans.sky.internal.links;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.InputException;
import org.volans.api.image.CutoutOutcome;
import org.volans.sky.internal.Answers;
import org.volans.sky.internal.Parameters;

/**
 * Cutouts of a centre at once (SODA 1.0, section 2): one ID, at most one region and one value of each other parameter. 204
 * where nothing overlaps; faults are text with the words of section 5.2.
 */
final class SodaServlet extends HttpServlet {

    static final String STANDARD = "ivo://ivoa.net/std/SODA#sync-1.0";

    private static final long serialVersionUID = 1L;

    private final transient Cutouts cutouts;

    SodaServlet(Cutouts cutouts) {
        this.cutouts = cutouts;
    }

    @Override
    @NonNullByDefault({})
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    @Override
    @NonNullByDefault({})
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Path folder = Files.createTempDirectory("volans-cutout");
        Path file = folder.resolve("cutout.fits");
        try {
            CutoutOutcome outcome = cutouts.cut(read(request), file, new NullProgressMonitor());
            if (outcome instanceof CutoutOutcome.Written written) {
                response.setHeader("Content-Disposition", "attachment; filename=\"cutout.fits\"");
                FileAnswers.send(request, response, written.file(), "image/fits");
            } else {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
        } catch (UsageException e) {
            Answers.send(response, HttpServletResponse.SC_BAD_REQUEST, "text/plain", e.sodaMessage() + "\n");
        } catch (InputException e) {
            Answers.send(
                    response,
                    HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                    "text/plain",
                    "Error: " + e.getMessage() + "\n");
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static CutoutRequest read(HttpServletRequest request) throws IOException, UsageException {
        try {
            return CutoutRequest.of(Parameters.of(request));
        } catch (InputException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
