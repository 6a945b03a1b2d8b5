package org.volans.api.net;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What a request carries. */
@ProviderType
public sealed interface HttpBody {

    /** Nothing. */
    record Empty() implements HttpBody {}

    /** An {@code application/x-www-form-urlencoded} body. */
    record Form(List<Field> fields) implements HttpBody {
        public Form {
            fields = List.copyOf(fields);
        }
    }

    /** A {@code multipart/form-data} body: fields, then files (TAP 1.1, section 2.7.5, inline uploads). */
    record Multipart(List<Field> fields, List<FilePart> files) implements HttpBody {
        public Multipart {
            fields = List.copyOf(fields);
            files = List.copyOf(files);
        }
    }

    /** One parameter; names may repeat. */
    record Field(String name, String value) {}

    /** One file of a multipart body. */
    record FilePart(String name, String fileName, String mediaType, Path content) {}
}
