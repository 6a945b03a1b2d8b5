package org.volans.api.samp;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** A response (SAMP 1.3, section 3.9). */
@ProviderType
public sealed interface SampReply {

    /** One line for people; empty for a plain success. */
    String message();

    /** What it carries ({@code samp.result}). */
    Map<String, Object> result();

    /** The work is done ({@code samp.ok}). */
    record Ok(Map<String, Object> result) implements SampReply {

        public Ok {
            result = SampValues.checked(result);
        }

        @Override
        public String message() {
            return "";
        }
    }

    /** It is done in part ({@code samp.warning}). */
    record Warning(Map<String, Object> result, String message) implements SampReply {

        public Warning {
            result = SampValues.checked(result);
        }
    }

    /** It is not done ({@code samp.error}), also when no answer came in time. */
    record Failed(String message) implements SampReply {

        @Override
        public Map<String, Object> result() {
            return Map.of();
        }
    }

    /** Done, with nothing to tell. */
    static SampReply ok() {
        return new Ok(Map.of());
    }

    /** Done in part. */
    static SampReply warning(String message) {
        return new Warning(Map.of(), message);
    }
}
