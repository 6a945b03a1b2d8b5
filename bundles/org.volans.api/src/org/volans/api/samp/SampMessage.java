package org.volans.api.samp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.volans.api.InputException;

/**
 * A message (SAMP 1.3, section 3.7).
 *
 * @param mtype  its MType, such as {@code table.highlight.row}
 * @param params its parameters by name; each value is a {@code String}, a {@code List} or a {@code Map} of such values
 *               (section 3.3)
 */
public record SampMessage(String mtype, Map<String, Object> params) {

    /** @throws IllegalArgumentException when a parameter is something else than SAMP can send */
    public SampMessage {
        params = SampValues.checked(params);
    }

    /**
     * A message of texts.
     *
     * @param namesAndValues alternately
     */
    public static SampMessage of(String mtype, String... namesAndValues) {
        Map<String, Object> params = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            params.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new SampMessage(mtype, params);
    }

    /** A parameter that is a text and not blank, stripped. */
    public Optional<String> text(String name) {
        return params.get(name) instanceof String text && !text.isBlank()
                ? Optional.of(text.strip())
                : Optional.empty();
    }

    /** @throws InputException when the parameter is missing, blank or no text */
    public String needed(String name) throws InputException {
        return text(name).orElseThrow(() -> missing(name));
    }

    /**
     * A {@code SAMP float} (section 3.4), also with spaces around it.
     *
     * @throws InputException when it is missing or no finite number
     */
    public double number(String name) throws InputException {
        return SampValues.number(name, needed(name));
    }

    /**
     * A {@code SAMP int} (section 3.4) that is not negative; a whole number in another notation, such as {@code 1.2e1}, is
     * understood.
     *
     * @throws InputException when it is missing or no such number
     */
    public long index(String name) throws InputException {
        return SampValues.index(name, needed(name));
    }

    /** A list of such numbers as {@link #index} takes. */
    public List<Long> indices(String name) throws InputException {
        if (!(params.get(name) instanceof List<?> list)) {
            throw missing(name);
        }
        return SampValues.indices(name, list);
    }

    private InputException missing(String name) {
        return new InputException(mtype + " needs the parameter '" + name + "'"
                + (params.containsKey(name) ? ", which is empty or of the wrong kind" : ""));
    }
}
