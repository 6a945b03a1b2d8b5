package org.volans.sky.internal;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.volans.api.adql.AdqlEngine;
import org.volans.api.adql.AdqlService;
import org.volans.api.image.ImageService;
import org.volans.sky.internal.data.TutorialContent;

/**
 * Runs the sky in plain Java until interrupted, for development: {@code DevServer PORT}. The providers of other bundles, which
 * this one does not see, are made by name; they must be on the class path. Without an image service cutouts fail.
 */
final class DevServer {

    private DevServer() {}

    /** @param arguments the port */
    public static void main(String[] arguments) throws Exception {
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        AdqlService adql = (AdqlService) make("org.volans.adql.internal.AdqlProvider");
        AdqlEngine engine = (AdqlEngine) Class.forName("org.volans.engine.internal.DuckDbEngine")
                .getConstructor(AdqlService.class)
                .newInstance(adql);
        Path jobs = Files.createTempDirectory("volans-sky-");
        TutorialContent content =
                new TutorialContent(TutorialContent.defaultFolder(), images(), new NullProgressMonitor());
        TestServer server = new TestServer(port, base -> site(content, base, engine, adql, jobs));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
        System.out.println(
                "sky at " + server.base() + ", registry " + server.site().registry());
    }

    private static void close(TestServer server) {
        try {
            server.close();
        } catch (Exception e) {
            System.err.println("the sky does not stop: " + e);
        }
    }

    private static SkySite site(TutorialContent content, URI base, AdqlEngine engine, AdqlService adql, Path jobs) {
        return new SkySite(content, base, engine, adql::quote, jobs, Clock.systemUTC());
    }

    private static ImageService images() {
        String name = System.getProperty("volans.sky.images", "org.volans.image.internal.FitsImages");
        try {
            return (ImageService) make(name);
        } catch (ReflectiveOperationException e) {
            System.err.println("no cutouts: " + e + "; -Dvolans.sky.images=CLASS names another image service");
            return (ImageService) Proxy.newProxyInstance(
                    DevServer.class.getClassLoader(), new Class<?>[] {ImageService.class}, (proxy, method, values) -> {
                        throw new UnsupportedOperationException("no image service");
                    });
        }
    }

    private static Object make(String name) throws ReflectiveOperationException {
        return Class.forName(name).getConstructor().newInstance();
    }
}
