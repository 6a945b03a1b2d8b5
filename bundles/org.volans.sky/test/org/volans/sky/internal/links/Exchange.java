package org.volans.sky.internal.links;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** One request to a servlet and its answer, without a container. */
final class Exchange {

    final Map<String, String> headers = new LinkedHashMap<>();
    int status = 200;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final String method;
    private final String path;
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final Map<String, String> requestHeaders = new LinkedHashMap<>();

    private Exchange(String method, String path) {
        this.method = method;
        this.path = path;
    }

    static Exchange get(String path) {
        return new Exchange("GET", path);
    }

    static Exchange post() {
        return post("");
    }

    static Exchange post(String path) {
        return new Exchange("POST", path);
    }

    Exchange with(String name, String value) {
        parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        return this;
    }

    Exchange header(String name, String value) {
        requestHeaders.put(name, value);
        return this;
    }

    Exchange to(HttpServlet servlet) throws Exception {
        HttpServletRequest request = proxy(HttpServletRequest.class, this::request);
        HttpServletResponse response = proxy(HttpServletResponse.class, this::respond);
        servlet.service(request, response);
        return this;
    }

    byte[] bytes() {
        return body.toByteArray();
    }

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private interface Call {
        @org.eclipse.jdt.annotation.Nullable
        Object answer(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Exchange.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) ->
                        call.answer(called.getName(), arguments == null ? new Object[0] : arguments)));
    }

    @org.eclipse.jdt.annotation.Nullable
    private Object request(String called, Object[] arguments) {
        return switch (called) {
            case "getMethod" -> method;
            case "getPathInfo" -> path;
            case "getHeader" -> requestHeaders.get(arguments[0]);
            case "getDateHeader" -> -1L;
            case "getContentType" -> method.equals("POST") ? "application/x-www-form-urlencoded" : null;
            case "getProtocol" -> "HTTP/1.1";
            case "getParameterMap" -> {
                Map<String, String[]> map = new LinkedHashMap<>();
                parameters.forEach((name, values) -> map.put(name, values.toArray(String[]::new)));
                yield map;
            }
            default -> throw new UnsupportedOperationException("request." + called);
        };
    }

    @org.eclipse.jdt.annotation.Nullable
    private Object respond(String called, Object[] arguments) {
        switch (called) {
            case "setStatus" -> status = (Integer) arguments[0];
            case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "setContentLength", "setContentLengthLong" ->
                headers.put("Content-Length", String.valueOf(arguments[0]));
            case "setDateHeader" -> headers.put((String) arguments[0], String.valueOf(arguments[1]));
            case "flushBuffer" -> headers.put("flushed", "true");
            case "getOutputStream" -> {
                return new Sink(body);
            }
            default -> throw new UnsupportedOperationException("response." + called);
        }
        return null;
    }

    @NonNullByDefault({})
    private static final class Sink extends ServletOutputStream {

        private final ByteArrayOutputStream out;

        Sink(ByteArrayOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            out.write(b);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("no asynchronous writing here");
        }
    }
}
