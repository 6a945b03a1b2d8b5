package org.volans.tests.contract;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Gives a test what it asks for as a parameter: any service of {@code org.volans.api}, as the framework has it, and the
 * {@link Sky}, which is started once for all tests.
 */
public final class House implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(House.class);
    private static final long PATIENCE_SECONDS = 20;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        Class<?> type = parameter.getParameter().getType();
        return type == Sky.class || type.getPackageName().startsWith("org.volans.api");
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        Class<?> type = parameter.getParameter().getType();
        return extension
                .getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(type, key -> type == Sky.class ? Sky.start() : service(type), Object.class);
    }

    /** The service; its bundle starts when it has not yet. */
    static <T> T service(Class<T> type) {
        BundleContext context = FrameworkUtil.getBundle(House.class).getBundleContext();
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            T service = tracker.waitForService(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            if (service == null) {
                throw new IllegalStateException("nobody provides " + type.getName());
            }
            // not closing the tracker keeps the service in use for all tests
            return service;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + type.getName(), e);
        }
    }
}
