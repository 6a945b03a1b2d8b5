package org.volans.sdk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.VoException;
import org.volans.api.samp.MessageHandler;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;
import org.volans.sdk.contract.Services.Call;
import org.volans.sdk.contract.Services.Fault;

/**
 * What {@link MessageHandler} promises, as tests. An
 * author's test extends this and says how the handler is made.
 *
 * {@snippet class="org.volans.sdk.examples.ExamplesTest" region="message"}
 */
@TimeLimit
public abstract class MessageHandlerContract {

    /** For a test of a handler. */
    protected MessageHandlerContract() {}

    /** Makes the handler as declarative services would: with what it needs of {@code services}. */
    protected abstract MessageHandler handler(Services services) throws Exception;

    /** A message that it handles with success when all goes well. */
    protected abstract SampMessage message() throws Exception;

    /** Who sends it. */
    protected SampClient sender() {
        return new SampClient("c1", "sender", "", Optional.empty(), Map.of(), List.of(), false);
    }

    /** Its service properties; as a rule those of the component that the build has described. */
    protected Map<String, Object> properties() throws Exception {
        return ComponentXml.of(handler(new Services(Fault.NONE)).getClass()).properties();
    }

    private SampReply handle(Services services, SampMessage message, IProgressMonitor monitor) throws Exception {
        return handler(services).handle(message, sender(), monitor);
    }

    private List<Call> asks() throws Exception {
        Services services = new Services(Fault.NONE);
        handle(services, message(), new NullProgressMonitor());
        return services.asked();
    }

    private List<String> mtypes() throws Exception {
        Object named = properties().get(MessageHandler.MTYPES);
        return switch (named) {
            case null -> List.of();
            case String one -> List.of(one);
            case String[] several -> List.of(several);
            case List<?> several -> several.stream().map(String::valueOf).toList();
            default -> List.of(named.toString());
        };
    }

    /** It names the MTypes that Volans is to subscribe to, and the author's message is of one of them. */
    @Test
    protected void namesItsMtypes() throws Exception {
        assertThat(mtypes())
                .as(MessageHandler.MTYPES)
                .isNotEmpty()
                .allSatisfy(mtype -> assertThat(mtype).matches("(\\*|[\\w-]+(\\.[\\w-]+)*(\\.\\*)?)"));
        String mtype = message().mtype();
        assertThat(mtypes()).as("MTypes for %s", mtype).anyMatch(wanted -> SampClient.matches(wanted, mtype));
    }

    /** How many messages may wait is a number above 0. */
    @Test
    protected void saysHowManyMayWait() throws Exception {
        Object newest = properties().getOrDefault(MessageHandler.NEWEST, 1);
        assertThat(newest).as(MessageHandler.NEWEST).isInstanceOf(Integer.class);
        assertThat((Integer) newest).as(MessageHandler.NEWEST).isPositive();
    }

    /** It does what the message asks. */
    @Test
    protected void replies() throws Exception {
        assertThat(handle(new Services(Fault.NONE), message(), new NullProgressMonitor()))
                .isNotNull()
                .isNotInstanceOf(SampReply.Failed.class);
    }

    /** What lacks a parameter, or has nonsense for one, is answered or refused in one line. */
    @Test
    protected void survivesBadMessages() throws Exception {
        SampMessage good = message();
        List<SampMessage> bad = new ArrayList<>();
        bad.add(new SampMessage(good.mtype(), Map.of()));
        for (String name : good.params().keySet()) {
            for (Object nonsense : List.of("", "\u0007 nonsense", List.of(), Map.of("a", "b"))) {
                Map<String, Object> params = new HashMap<>(good.params());
                params.put(name, nonsense);
                bad.add(new SampMessage(good.mtype(), params));
            }
        }
        for (SampMessage message : bad) {
            endsWell(new Services(Fault.NONE), message);
        }
    }

    /** When Volans leaves the hub while it waits for a service, it stops. */
    @Test
    protected void stopsWhenCancelled() throws Exception {
        Trials.stopsWhenCancelled(asks(), (services, monitor) -> handle(services, message(), monitor));
    }

    /** Whichever service fails, it says so in one line, or does without it. */
    @Test
    protected void survivesDeadServices() throws Exception {
        Trials.survivesDeadServices(asks(), services -> endsWell(services, message()));
    }

    private void endsWell(Services services, SampMessage message) throws Exception {
        try {
            assertThat(handle(services, message, new NullProgressMonitor()))
                    .as("reply to %s", message)
                    .isNotNull();
        } catch (VoException e) {
            Side.oneLine(e);
        }
    }
}
