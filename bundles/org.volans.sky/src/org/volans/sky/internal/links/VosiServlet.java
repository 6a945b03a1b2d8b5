package org.volans.sky.internal.links;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.sky.internal.Answers;

/** A VOSI document (VOSI 1.1) that does not change while the sky is up. */
final class VosiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final String document;

    VosiServlet(String document) {
        this.document = document;
    }

    @Override
    @NonNullByDefault({})
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answers.send(response, HttpServletResponse.SC_OK, "text/xml", document);
    }
}
