package org.volans.tap.internal;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;

/**
 * An element being read. It knows its parents and not its children: a document of 50,000 tables costs no more memory
 * than a small one. Names are local names, since services use many prefixes and namespaces for the same thing.
 */
record XmlElement(
        String name,
        Map<String, String> attributes,
        StringBuilder content,
        @Nullable XmlElement parent) {

    /** Whether the last steps of the path to this element have these names. */
    boolean endsPath(String... names) {
        XmlElement at = this;
        for (int i = names.length - 1; i >= 0; i--) {
            if (at == null || !at.name.equals(names[i])) {
                return false;
            }
            at = at.parent;
        }
        return true;
    }

    /** Whether it is inside an element of that name. */
    boolean isInside(String ancestor) {
        for (XmlElement at = parent; at != null; at = at.parent) {
            if (at.name.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    /** An attribute, or empty. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** The text, white space collapsed. */
    String text() {
        return content.toString().strip().replaceAll("\\s+", " ");
    }

    /** A URL that a service wrote, which may be relative or hold spaces. */
    static Optional<URI> uri(URI base, String written) {
        try {
            return written.isBlank()
                    ? Optional.empty()
                    : Optional.of(base.resolve(written.strip().replace(" ", "%20")));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a broken link is as good as none
        }
    }
}
