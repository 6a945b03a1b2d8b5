package org.volans.api.handler;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.VoException;

/** What a handler has of its surroundings. */
@ProviderType
public interface HandlerContext {

    /** The settings of its rule, and those of {@link Handler#RULE} that the rule leaves out. */
    Map<String, String> settings();

    /**
     * A file that does not exist yet, for what the handler makes.
     *
     * @param stem      of its name; what does not go into a file's name is left out
     * @param extension without dot
     */
    Path newFile(String stem, String extension) throws OutputException;

    /** The registry to ask. */
    URI registry() throws VoException;

    /** A setting, or what holds without it. */
    default String setting(String name, String otherwise) {
        return Optional.ofNullable(settings().get(name)).orElse(otherwise);
    }

    /**
     * A setting that is the address of a service.
     *
     * @param otherwise what holds without it
     * @throws InputException when it is no http or https URL
     */
    default URI url(String name, String otherwise) throws InputException {
        String text = setting(name, otherwise).strip();
        @Nullable URISyntaxException fault = null;
        try {
            URI uri = new URI(text);
            if (String.valueOf(uri.getScheme()).matches("(?i)https?") && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            fault = e;
        }
        throw new InputException("the setting '" + name + "' is an http or https URL, not '" + text + "'", fault);
    }

    /**
     * A setting that is a number above 0.
     *
     * @param otherwise what holds without it
     * @param unit      for the message
     * @param most      the largest that makes sense
     * @throws InputException when it is no such number
     */
    default double positive(String name, String otherwise, String unit, double most) throws InputException {
        String text = setting(name, otherwise).strip();
        @Nullable NumberFormatException fault = null;
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            fault = e;
        }
        String range = "above 0 and up to "
                + new BigDecimal(String.valueOf(most)).stripTrailingZeros().toPlainString();
        throw new InputException(
                "the setting '" + name + "' is a number of " + unit + " " + range + ", not '" + text + "'", fault);
    }
}
