package org.volans.sky.internal.links;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.InputException;
import org.volans.sky.internal.Answers;
import org.volans.sky.internal.data.TutorialContent;

/** The files themselves, at {@code /data/*}; nothing else of the disk can be reached. */
final class FilesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient TutorialContent content;

    FilesServlet(TutorialContent content) {
        this.content = content;
    }

    @Override
    @NonNullByDefault({})
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String info = request.getPathInfo();
        String path = info == null ? "" : info.substring(1);
        if (content.files().knows(path)) {
            try {
                FileAnswers.send(request, response, content.files().file(path), "image/fits");
            } catch (InputException e) {
                Answers.send(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "text/plain", e.getMessage());
            }
            return;
        }
        Optional<byte[]> spectrum = content.spectra().document(path);
        if (spectrum.isPresent()) {
            Answers.send(
                    response,
                    HttpServletResponse.SC_OK,
                    Answers.VOTABLE,
                    new String(spectrum.get(), java.nio.charset.StandardCharsets.UTF_8));
        } else {
            Answers.send(response, HttpServletResponse.SC_NOT_FOUND, "text/plain", "there is no file data/" + path);
        }
    }
}
