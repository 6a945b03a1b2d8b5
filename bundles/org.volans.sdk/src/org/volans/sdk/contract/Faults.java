package org.volans.sdk.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpService;
import org.volans.sdk.contract.Services.Call;
import org.volans.sdk.contract.Services.Fault;

/** How services fail. */
final class Faults {

    private static final URI NOWHERE = URI.create("http://dead.example.org/");

    private Faults() {}

    /** A service that answers with something else than what was asked for. */
    enum Lie {
        /** A page for people. */
        PAGE("<html><body>Welcome to our new portal</body></html>"),
        /** Nothing at all. */
        NOTHING(""),
        /** A VOTable that ends in the middle of its header. */
        BROKEN("<VOTABLE version='1.4'><RESOURCE type='results'><TABLE><FIELD name='a' datatype='dou"),
        /** A VOTable without a table. */
        NO_TABLE("<VOTABLE version='1.4'><RESOURCE type='results'></RESOURCE></VOTABLE>"),
        /** A VOTable of something else. */
        OTHER_TABLE("<VOTABLE version='1.4'><RESOURCE type='results'><TABLE><FIELD name='price' datatype='int'/>"
                + "<DATA><TABLEDATA><TR><TD>1</TD></TR></TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>"),
        /** The words of a service that failed (DALI 1.1, section 4.4), with status 200. */
        ERROR("<VOTABLE version='1.4'><RESOURCE type='results'><INFO name='QUERY_STATUS' value='ERROR'>out of order"
                + "</INFO></RESOURCE></VOTABLE>"),
        /** Bytes. */
        BINARY("\u0000\u0001\u0002\u00ff{]}\u0007");

        private final String body;

        Lie(String body) {
            this.body = body;
        }
    }

    /** One method of a service fails as it says that it may. */
    static Fault dead(Call dead) {
        return (call, monitor) -> {
            Optional<Exception> failure = failure(call.method());
            if (call.equals(dead) && failure.isPresent()) {
                throw failure.get();
            }
            return null;
        };
    }

    private static Optional<Exception> failure(Method method) {
        List<Class<?>> declared = List.of(method.getExceptionTypes());
        List<Exception> all = List.of(
                new ServiceException(NOWHERE, 0, "dead.example.org does not answer", null),
                new ProtocolException("dead.example.org sent no VOTable"),
                new InputException("dead.example.org knows no such thing"),
                new OutputException("the disk is full", null),
                new IOException("the disk is broken"));
        return all.stream()
                .filter(e -> declared.stream().anyMatch(type -> type.isInstance(e)))
                .findFirst();
    }

    /** All web servers lie. */
    static Fault lying(Lie lie) {
        return (call, monitor) -> call.service() == HttpService.class ? new LyingAnswer(lie) : null;
    }

    private record LyingAnswer(Lie lie) implements HttpAnswer {

        @Override
        public int status() {
            return 200;
        }

        @Override
        public URI uri() {
            return NOWHERE;
        }

        @Override
        public Optional<String> header(String name) {
            return name.equalsIgnoreCase("Content-Type") ? Optional.of("application/x-votable+xml") : Optional.empty();
        }

        @Override
        public InputStream body() {
            return new ByteArrayInputStream(lie.body.getBytes(StandardCharsets.ISO_8859_1));
        }

        @Override
        public void close() {
            // all of it is here
        }
    }

    /** The user gives up while a service is being waited for. */
    static final class GivingUp implements Fault {

        private final Call at;
        private final IProgressMonitor monitor = new NullProgressMonitor();
        private final List<String> deaf = new CopyOnWriteArrayList<>();

        /** @param at the call during which it happens */
        GivingUp(Call at) {
            this.at = at;
        }

        /** What the object under test is given. */
        IProgressMonitor monitor() {
            return monitor;
        }

        /** Calls that got another monitor, and so would go on. */
        List<String> deaf() {
            return List.copyOf(deaf);
        }

        @Override
        public @Nullable Object at(Call call, IProgressMonitor given) {
            if (!call.equals(at)) {
                return null;
            }
            monitor.setCanceled(true);
            if (!given.isCanceled()) {
                deaf.add(call.toString());
            }
            throw new OperationCanceledException();
        }
    }
}
