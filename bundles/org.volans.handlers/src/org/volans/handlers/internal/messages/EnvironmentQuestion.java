package org.volans.handlers.internal.messages;

import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.samp.MessageHandler;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;

/** Tells another program the value of an environment variable, unless it looks like a secret. */
@Component(property = MessageHandler.MTYPES + "=client.env.get")
public final class EnvironmentQuestion implements MessageHandler {

    private static final Pattern SECRET =
            Pattern.compile("KEY|TOKEN|SECRET|PASS|CREDENTIAL|AUTH", Pattern.CASE_INSENSITIVE);

    /** A URL with a password in it, as proxies have. */
    private static final Pattern PASSWORD = Pattern.compile("\\w://[^/@\\s]*:[^/@\\s]*@");

    private final Map<String, String> environment;

    /** Knows the process's own. */
    @Activate
    public EnvironmentQuestion() {
        this(System.getenv());
    }

    /** For tests. */
    EnvironmentQuestion(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public SampReply handle(SampMessage message, SampClient sender, IProgressMonitor monitor) throws VoException {
        String name = message.needed("name");
        if (sender.web()) {
            throw new InputException("programs in web pages are not told environment variables");
        }
        String value = environment.getOrDefault(name, "");
        if (SECRET.matcher(name).find() || PASSWORD.matcher(value).find()) {
            throw new InputException("the environment variable '" + name + "' may be a secret and is not told");
        }
        return new SampReply.Ok(Map.of("value", value));
    }
}
