package org.volans.samp.internal;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.astrogrid.samp.client.SampException;
import org.volans.api.io.WholeFile;

/** What JSAMP's exceptions mean. */
final class Faults {

    /** As JSAMP's XML-RPC client words it; the exception itself is private to it. */
    private static final Pattern FAULT = Pattern.compile("XML-RPC Fault \\(-?\\d+: (.*)\\)", Pattern.DOTALL);

    private static final Pattern CLASS = Pattern.compile("^(?:[a-z_][\\w.]*\\.)[A-Z]\\w*(?:Exception|Error): ");

    private Faults() {}

    /** Whether a hub has answered, and says no. */
    static boolean refusal(SampException fault) {
        return FAULT.matcher(String.valueOf(fault.getMessage())).matches();
    }

    /** Whether it may be that it is only slow. */
    static boolean timeout(SampException fault) {
        return fault.getCause() instanceof SocketTimeoutException;
    }

    /** One line. */
    static String words(SampException fault) {
        String message = String.valueOf(fault.getMessage());
        Matcher matcher = FAULT.matcher(message);
        if (matcher.matches()) {
            return Wire.oneLine(CLASS.matcher(matcher.group(1)).replaceFirst(""));
        }
        return fault.getCause() instanceof IOException cause ? WholeFile.reason(cause) : Wire.oneLine(message);
    }
}
