package org.volans.sdk.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.net.HttpService;
import org.volans.api.table.TableService;
import org.volans.sdk.testing.PlainHttp;
import org.volans.sdk.testing.StilTables;

/**
 * The services that the object under test is made with. A contract sees through here what is asked of them, and lets them fail:
 * whatever takes an {@code IProgressMonitor} may wait for the network or the disk. Safe for concurrent use.
 */
public final class Services {

    private final List<Call> asked = new CopyOnWriteArrayList<>();
    private final Fault fault;

    /** A method that may wait. */
    record Call(Class<?> service, Method method) {

        @Override
        public String toString() {
            return service.getSimpleName() + "." + method.getName();
        }
    }

    /** What happens instead of, or before, a call. */
    interface Fault {

        /** All goes well. */
        Fault NONE = (call, monitor) -> null;

        /**
         * @return what is answered; {@code null} for the service's own answer
         * @throws Exception that the call ends with
         */
        @Nullable
        Object at(Call call, IProgressMonitor monitor) throws Exception;
    }

    Services(Fault fault) {
        this.fault = fault;
    }

    /** HTTP over the network of this machine. */
    public HttpService http() {
        return of(HttpService.class, new PlainHttp());
    }

    /** Tables through STIL. */
    public TableService tables() {
        return of(TableService.class, new StilTables());
    }

    /**
     * Any other service.
     *
     * @param type           its interface
     * @param implementation what works when all goes well: a fake of the test, or the real one
     */
    public <T> T of(Class<T> type, T implementation) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> invoke(type, implementation, method, arguments)));
    }

    private @Nullable Object invoke(
            Class<?> type, Object implementation, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (arguments != null && arguments[arguments.length - 1] instanceof IProgressMonitor monitor) {
            Call call = new Call(type, method);
            asked.add(call);
            Object instead = fault.at(call, monitor);
            if (instead != null) {
                return instead;
            }
        }
        try {
            return method.invoke(implementation, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** What was asked so far, each once. */
    List<Call> asked() {
        return asked.stream().distinct().toList();
    }
}
