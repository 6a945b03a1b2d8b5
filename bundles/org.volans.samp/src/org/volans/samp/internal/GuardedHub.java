package org.volans.samp.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.astrogrid.samp.Message;
import org.astrogrid.samp.Metadata;
import org.astrogrid.samp.Response;
import org.astrogrid.samp.client.SampException;
import org.astrogrid.samp.hub.BasicHubService;
import org.astrogrid.samp.hub.HubClient;
import org.astrogrid.samp.hub.KeyGenerator;
import org.astrogrid.samp.web.WebHubProfile;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.samp.SampClient;

/**
 * JSAMP's hub, in which programs of web pages cannot have others load files of this machine: a page must not reach what the
 * browser keeps from it (SAMP 1.3, section 5.6). What a page names in other messages, such as a highlighted row, is only the
 * identity of what it was sent before.
 */
@NonNullByDefault({})
@SuppressWarnings("rawtypes")
final class GuardedHub extends BasicHubService {

    private static final Set<String> REMOTE = Set.of("http", "https", "ftp");
    private static final Pattern SCHEME = Pattern.compile("\\s*([a-zA-Z][a-zA-Z0-9+.-]*):.*", Pattern.DOTALL);

    GuardedHub() {
        super(KeyGenerator.createRandom());
    }

    /** JSAMP says the name of the class. */
    @Override
    public void start() {
        super.start();
        HubClient self = getClientSet()
                .getFromPublicId(getServiceConnection().getRegInfo().getSelfId());
        Metadata metadata = new Metadata(self.getMetadata());
        metadata.setDescriptionText("Hub of Volans");
        self.setMetadata(metadata);
    }

    @Override
    protected void notify(HubClient caller, String recipientId, Map message) throws SampException {
        check(caller, message);
        super.notify(caller, recipientId, message);
    }

    @Override
    protected List notifyAll(HubClient caller, Map message) throws SampException {
        check(caller, message);
        return super.notifyAll(caller, message);
    }

    @Override
    protected String call(HubClient caller, String recipientId, String msgTag, Map message) throws SampException {
        check(caller, message);
        return super.call(caller, recipientId, msgTag, message);
    }

    @Override
    protected Map callAll(HubClient caller, String msgTag, Map message) throws SampException {
        check(caller, message);
        return super.callAll(caller, msgTag, message);
    }

    @Override
    protected Response callAndWait(HubClient caller, String recipientId, Map message, int timeout)
            throws SampException {
        check(caller, message);
        return super.callAndWait(caller, recipientId, message, timeout);
    }

    /** Others learn who is a program in a web page, and nobody can hide that. */
    @Override
    protected void declareMetadata(HubClient caller, Map metadata) throws SampException {
        super.declareMetadata(caller, marked(metadata, caller));
    }

    @Override
    protected Metadata getMetadata(HubClient caller, String clientId) throws SampException {
        @Nullable HubClient client = getClientSet().getFromPublicId(clientId);
        Metadata said = super.getMetadata(caller, clientId);
        return client == null ? said : marked(said, client);
    }

    @SuppressWarnings("unchecked")
    private static Metadata marked(Map said, HubClient client) {
        Metadata metadata = new Metadata(said);
        metadata.remove(SampClient.WEB);
        if (web(client)) {
            metadata.put(SampClient.WEB, "1");
        }
        return metadata;
    }

    private static boolean web(HubClient client) {
        return client.getProfileToken() instanceof WebHubProfile;
    }

    private static void check(HubClient caller, Map message) throws SampException {
        Message said = Message.asMessage(message);
        String mtype = String.valueOf(said.getMType());
        if (web(caller) && mtype.contains(".load")) {
            Object url = said.getParam("url");
            if (url != null && !remote(url) || local(said.getParams())) {
                throw new SampException("a program in a web page cannot have files of this machine loaded");
            }
        }
    }

    private static boolean remote(Object url) {
        Matcher scheme = SCHEME.matcher(url.toString());
        return scheme.matches() && REMOTE.contains(scheme.group(1).toLowerCase(Locale.ROOT));
    }

    private static boolean local(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.entrySet().stream().anyMatch(e -> local(e.getKey()) || local(e.getValue()));
            case List<?> list -> list.stream().anyMatch(GuardedHub::local);
            case String text -> text.strip().regionMatches(true, 0, "file:", 0, 5);
            case null, default -> false;
        };
    }
}
