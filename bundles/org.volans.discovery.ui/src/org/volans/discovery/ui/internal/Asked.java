package org.volans.discovery.ui.internal;

import java.time.Duration;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.volans.api.inquiry.Exchange;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.inquiry.Journal;
import org.volans.api.net.HttpCall;
import org.volans.ui.services.Preferences;
import org.volans.ui.services.RegistryChoice;

/** How the workbench asks: the user's registry and patience, what happens told to a progress monitor. */
public final class Asked {

    private Asked() {}

    /** An inquiry that tells a monitor whom it has asked. */
    public static Inquiry by(RegistryChoice registry, IProgressMonitor monitor) {
        return new Inquiry(registry.current(), timeout(), new Journal() {
            @Override
            public void add(Exchange exchange) {
                monitor.subTask(exchange.service() + ": " + exchange.answer());
            }

            @Override
            public void note(String text) {
                monitor.subTask(text);
            }

            @Override
            public void warn(String text) {
                monitor.subTask(text);
            }
        });
    }

    /** How long a service may take, as the preferences say. */
    public static Duration timeout() {
        int seconds = Platform.getPreferencesService().getInt(Preferences.NODE, Preferences.TIMEOUT, 0, null);
        return seconds > 0 ? Duration.ofSeconds(seconds) : HttpCall.DEFAULT_TIMEOUT;
    }
}
