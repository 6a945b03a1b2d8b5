package org.volans.discovery.ui.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.inquiry.Exchange;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.inquiry.Journal;
import org.volans.ui.services.Preferences;
import org.volans.ui.services.RegistryChoice;

/** How the workbench asks: the user's registry and patience, what happens told to a progress monitor. */
public final class Asked {

    private Asked() {}

    /** An inquiry that tells a monitor whom it has asked. */
    public static Inquiry by(RegistryChoice registry, IProgressMonitor monitor) {
        return new Inquiry(registry.current(), Preferences.timeout(), new Journal() {
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
}
