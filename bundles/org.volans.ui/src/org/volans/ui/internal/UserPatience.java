package org.volans.ui.internal;

import java.time.Duration;
import org.eclipse.core.runtime.Platform;
import org.osgi.service.component.annotations.Component;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpDefaults;
import org.volans.ui.services.Preferences;

/** How long services are waited for, as the preferences say. Safe for concurrent use. */
@Component
public final class UserPatience implements HttpDefaults {

    @Override
    public Duration timeout() {
        int seconds = Platform.getPreferencesService().getInt(Preferences.NODE, Preferences.TIMEOUT, 0, null);
        return seconds > 0 ? Duration.ofSeconds(seconds) : HttpCall.DEFAULT_TIMEOUT;
    }
}
