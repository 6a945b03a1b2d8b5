package org.volans.sky.internal.links;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.InputException;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImageService;
import org.volans.api.image.RenderRequest;
import org.volans.sky.internal.Answers;
import org.volans.sky.internal.data.TutorialContent;

/** Pictures of whole images, at {@code /preview/<file>.png}; drawn once and kept beside the file. */
final class PreviewServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 600;
    private static final String ENDING = ".png";

    private final transient TutorialContent content;
    private final transient ImageService images;

    PreviewServlet(TutorialContent content, ImageService images) {
        this.content = content;
        this.images = images;
    }

    @Override
    @NonNullByDefault({})
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String info = request.getPathInfo();
        String path = info == null || !info.endsWith(ENDING) ? "" : info.substring(1, info.length() - ENDING.length());
        if (!content.files().knows(path)) {
            Answers.send(
                    response, HttpServletResponse.SC_NOT_FOUND, "text/plain", "there is no picture preview/" + path);
            return;
        }
        try {
            FileAnswers.send(request, response, picture(content.files().file(path)), "image/png");
        } catch (InputException e) {
            Answers.send(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "text/plain", e.getMessage());
        }
    }

    private Path picture(Path fits) throws InputException {
        Path png = fits.resolveSibling(fits.getFileName() + ENDING);
        if (!Files.isRegularFile(png)) {
            NullProgressMonitor monitor = new NullProgressMonitor();
            FitsImage image = images.open(fits, monitor).get(0);
            images.render(image, RenderRequest.standard(SIZE, List.of(), ""), png, monitor);
        }
        return png;
    }
}
