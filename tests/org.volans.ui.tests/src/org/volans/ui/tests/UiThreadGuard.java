package org.volans.ui.tests;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Display;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.cutout.CutoutService;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.SodaService;
import org.volans.api.discovery.DiscoveryService;
import org.volans.api.handler.HandlerService;
import org.volans.api.image.ImageService;
import org.volans.api.net.HttpService;
import org.volans.api.photometry.PhotometryService;
import org.volans.api.registry.RegistryService;
import org.volans.api.samp.SampSender;
import org.volans.api.samp.SampService;
import org.volans.api.sed.SedService;
import org.volans.api.table.TableService;
import org.volans.api.tap.TapService;

/**
 * Stands before the services that block (those methods that take a progress monitor) and refuses calls from the UI thread.
 * Started before the workbench, so that every part gets the guarded ones.
 */
@Component(immediate = true)
public final class UiThreadGuard {

    private static final String GUARD = "org.volans.guard";
    private static final String UNGUARDED = "(!(" + GUARD + "=*))";
    private static final List<String> OFFENCES = new CopyOnWriteArrayList<>();

    private final BundleContext context;

    /** Registers a guarded service beside each real one. */
    @Activate
    public UiThreadGuard(
            BundleContext context,
            @Reference(target = UNGUARDED) CutoutService cutout,
            @Reference(target = UNGUARDED) DatalinkService datalink,
            @Reference(target = UNGUARDED) SodaService soda,
            @Reference(target = UNGUARDED) DiscoveryService discovery,
            @Reference(target = UNGUARDED) HandlerService handlers,
            @Reference(target = UNGUARDED) ImageService image,
            @Reference(target = UNGUARDED) HttpService http,
            @Reference(target = UNGUARDED) PhotometryService photometry,
            @Reference(target = UNGUARDED) RegistryService registry,
            @Reference(target = UNGUARDED) SampService samp,
            @Reference(target = UNGUARDED) SampSender sender,
            @Reference(target = UNGUARDED) SedService sed,
            @Reference(target = UNGUARDED) TableService table,
            @Reference(target = UNGUARDED) TapService tap) {
        this.context = context;
        guard(CutoutService.class, cutout);
        guard(DatalinkService.class, datalink);
        guard(SodaService.class, soda);
        guard(DiscoveryService.class, discovery);
        guard(HandlerService.class, handlers);
        guard(ImageService.class, image);
        guard(HttpService.class, http);
        guard(PhotometryService.class, photometry);
        guard(RegistryService.class, registry);
        guard(SampService.class, samp);
        guard(SampSender.class, sender);
        guard(SedService.class, sed);
        guard(TableService.class, table);
        guard(TapService.class, tap);
    }

    /** What was called on the UI thread, with the place of the call. */
    static List<String> offences() {
        return List.copyOf(OFFENCES);
    }

    private <T> void guard(Class<T> type, T real) {
        InvocationHandler handler = (proxy, method, arguments) -> call(type, real, method, arguments);
        Object guarded = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(Constants.SERVICE_RANKING, 1000);
        properties.put(GUARD, true);
        context.registerService(type, type.cast(guarded), properties);
    }

    private static Object call(Class<?> type, Object real, Method method, Object[] arguments) throws Throwable {
        boolean blocks = List.of(method.getParameterTypes()).contains(IProgressMonitor.class);
        if (blocks && Display.findDisplay(Thread.currentThread()) != null) {
            String offence = type.getSimpleName() + "." + method.getName() + " on the UI thread";
            String place = Arrays.stream(new Throwable().getStackTrace())
                    .map(StackTraceElement::toString)
                    .filter(line -> line.contains("org.volans.") && !line.contains("UiThreadGuard"))
                    .findFirst()
                    .orElse("(from outside)");
            OFFENCES.add(offence + " at " + place);
            throw new IllegalStateException(offence);
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
