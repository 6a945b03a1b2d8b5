package org.volans.sdk.testing;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.volans.api.VoException;
import org.volans.api.sky.EmbeddedSky;
import org.volans.api.sky.RunningSky;

/**
 * Gives tests the embedded sky, and any service of {@code org.volans.api}, as parameters:
 *
 * {@snippet class="org.volans.tests.SkyServerTest"}
 *
 * <p>The sky is started once for all tests of a run and stopped at its end. It is made of bundles: such a test runs in a framework
 * (Tycho's surefire) that has the feature {@code org.volans.sky.feature}. In plain JUnit a parameter of this kind fails with the
 * words for that.
 */
public final class SkyServer implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SkyServer.class);
    private static final long PATIENCE_SECONDS = 30;
    private static final String COMPONENTS = "org.apache.felix.scr";

    @Override
    @NonNullByDefault({}) // JUnit's own
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        Class<?> type = parameter.getParameter().getType();
        return type.isInterface() && type.getPackageName().startsWith("org.volans.api");
    }

    @Override
    @NonNullByDefault({})
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        Class<?> type = parameter.getParameter().getType();
        return extension
                .getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(type, key -> type == RunningSky.class ? start() : service(type), Object.class);
    }

    private static RunningSky start() {
        try {
            // the server is to take a free port of this machine only; whoever configured another one keeps it
            setUnlessSet("org.osgi.service.http.port", "0");
            setUnlessSet("org.apache.felix.http.host", "127.0.0.1");
            return service(EmbeddedSky.class).start(0, new NullProgressMonitor());
        } catch (VoException e) {
            throw new ParameterResolutionException("the embedded sky does not start: " + e.getMessage(), e);
        }
    }

    private static void setUnlessSet(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    /**
     * A service of the running framework; the bundle that brings it starts when it has not yet.
     *
     * @throws ParameterResolutionException when there is no framework, or nobody brings it
     */
    public static <T> T service(Class<T> type) {
        @Nullable Bundle bundle = FrameworkUtil.getBundle(SkyServer.class);
        if (bundle == null) {
            throw new ParameterResolutionException(type.getSimpleName()
                    + " needs a running framework: run this test by tycho-surefire, with org.volans.sky.feature in it");
        }
        BundleContext context = startedContext(bundle);
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            // not closing the tracker keeps the service in use for all tests
            return Optional.ofNullable(tracker.waitForService(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS)))
                    .orElseThrow(() -> new ParameterResolutionException("nobody provides " + type.getName()
                            + ": does the test's framework have the features org.volans.core.feature and"
                            + " org.volans.sky.feature?"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ParameterResolutionException("interrupted while waiting for " + type.getName(), e);
        }
    }

    /** Declarative services are started by the product's configuration, which a test run does not have. */
    private static BundleContext startedContext(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
            BundleContext context = bundle.getBundleContext();
            for (Bundle other : Arrays.asList(context.getBundles())) {
                if (COMPONENTS.equals(other.getSymbolicName())) {
                    other.start(Bundle.START_TRANSIENT);
                }
            }
            return context;
        } catch (BundleException e) {
            throw new ParameterResolutionException("the framework cannot be used: " + e.getMessage(), e);
        }
    }
}
