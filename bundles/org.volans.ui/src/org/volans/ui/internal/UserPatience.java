package org.volans.ui.internal;

import java.time.Duration;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.volans.api.WorkbenchCondition;
import org.volans.api.net.HttpDefaults;
import org.volans.ui.services.Preferences;

/** How long services are waited for, as the preferences say. Safe for concurrent use. */
@Component
@SatisfyingConditionTarget(WorkbenchCondition.TARGET)
public final class UserPatience implements HttpDefaults {

    @Override
    public Duration timeout() {
        return Preferences.timeout();
    }
}
