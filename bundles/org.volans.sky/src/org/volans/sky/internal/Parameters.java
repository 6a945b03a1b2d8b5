package org.volans.sky.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.volans.api.InputException;

/**
 * The parameters of a request, whatever way they came: in the URL, as a form, in several parts with files. Names are without
 * case (DALI 1.1, section 3.1). Immutable.
 */
public final class Parameters {

    /** Most bytes of a file in a request; it is kept in memory. */
    public static final int MAX_FILE = 256 << 20;

    /** No parameters. */
    public static final Parameters NONE = new Parameters(Map.of(), Map.of());

    private final Map<String, List<String>> values;
    private final Map<String, byte[]> files;

    private Parameters(Map<String, List<String>> values, Map<String, byte[]> files) {
        this.values = values;
        this.files = files;
    }

    /**
     * Those of a request.
     *
     * @throws InputException when a multi-part body cannot be read
     */
    public static Parameters of(HttpServletRequest request) throws IOException, InputException {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, byte[]> files = new LinkedHashMap<>();
        String type = lower(request.getContentType());
        if (type.startsWith("multipart/form-data")) {
            decode(request.getQueryString(), values);
            readParts(request, values, files);
        } else {
            request.getParameterMap().forEach((name, texts) -> {
                for (String text : texts) {
                    add(values, name, text);
                }
            });
        }
        return new Parameters(values, files);
    }

    /** For tests and defaults: name, value, name, value … */
    public static Parameters of(String... pairs) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            add(values, pairs[i], pairs[i + 1]);
        }
        return new Parameters(values, Map.of());
    }

    /** The same with a file. */
    public Parameters withFile(String name, byte[] content) {
        Map<String, byte[]> more = new LinkedHashMap<>(files);
        more.put(name, content.clone());
        return new Parameters(values, more);
    }

    /** These and others; where both have a parameter, the others' values take its place. */
    public Parameters with(Parameters others) {
        Map<String, List<String>> all = new LinkedHashMap<>(values);
        all.putAll(others.values);
        Map<String, byte[]> allFiles = new LinkedHashMap<>(files);
        allFiles.putAll(others.files);
        return new Parameters(all, allFiles);
    }

    /** These without some. */
    public Parameters without(String... names) {
        Map<String, List<String>> rest = new LinkedHashMap<>(values);
        for (String name : names) {
            rest.remove(name.toUpperCase(Locale.ROOT));
        }
        return new Parameters(rest, files);
    }

    /** The first value that is not blank. */
    public Optional<String> first(String name) {
        return all(name).stream().filter(v -> !v.isBlank()).findFirst();
    }

    /** All values in order. */
    public List<String> all(String name) {
        return values.getOrDefault(name.toUpperCase(Locale.ROOT), List.of());
    }

    /** All by upper-case name. */
    public Map<String, List<String>> asMap() {
        return values;
    }

    /**
     * A file sent along.
     *
     * @param name of its part, as the client wrote it
     */
    public Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static void readParts(
            HttpServletRequest request, Map<String, List<String>> values, Map<String, byte[]> files)
            throws IOException, InputException {
        try {
            for (Part part : request.getParts()) {
                byte[] content = read(part);
                if (part.getSubmittedFileName() == null) {
                    add(values, part.getName(), new String(content, StandardCharsets.UTF_8));
                }
                // some clients send a table without a file name
                files.put(part.getName(), content);
            }
        } catch (ServletException | IllegalStateException e) {
            throw new InputException("the multi-part body cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] read(Part part) throws IOException, InputException {
        if (part.getSize() > MAX_FILE) {
            throw new InputException("the part '" + part.getName() + "' has " + part.getSize() + " bytes; at most "
                    + MAX_FILE + " are taken");
        }
        try (InputStream stream = part.getInputStream()) {
            return stream.readAllBytes();
        } finally {
            part.delete();
        }
    }

    private static void decode(@org.eclipse.jdt.annotation.Nullable String query, Map<String, List<String>> values) {
        if (query == null || query.isEmpty()) {
            return;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            add(
                    values,
                    URLDecoder.decode(name, StandardCharsets.UTF_8),
                    URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
    }

    private static void add(Map<String, List<String>> values, String name, String value) {
        values.computeIfAbsent(name.toUpperCase(Locale.ROOT), n -> new ArrayList<>())
                .add(value);
    }

    private static String lower(@org.eclipse.jdt.annotation.Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
