package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.widgets.Button;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.Test;
import org.volans.ui.services.RegistryChoice;

/** Which registry is asked when the user has had enough of the session's own, such as the embedded sky's. */
class RegistryChoiceTest {

    private static final String SESSION = "a registry of the session";

    @Test
    void restoringTheDefaultsLeavesTheRegistryOfTheSession() {
        RegistryChoice choice = Ui.service(RegistryChoice.class);
        URI before = choice.current();
        String name = choice.name();
        try {
            // the second time the preference stands as it is wanted already
            for (int i = 0; i < 2; i++) {
                choice.use(URI.create("http://127.0.0.1:9/tap"), SESSION);
                restoreDefaults();
                assertThat(choice.name()).isNotEqualTo(SESSION);
                assertThat(choice.current().getPort()).isNotEqualTo(9);
            }
        } finally {
            choice.use(before, name);
        }
    }

    private static void restoreDefaults() {
        PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(
                Ui.page().getWorkbenchWindow().getShell(), "org.volans.app.preferences", null, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        try {
            List<Button> buttons = new ArrayList<>();
            Ui.collect(dialog.getShell(), Button.class, buttons);
            buttons.stream()
                    .filter(b -> b.getText().replace("&", "").equals("Restore Defaults"))
                    .filter(Button::isVisible)
                    .forEach(Ui::click);
            ((PreferencePage) dialog.getSelectedPage()).performOk();
        } finally {
            dialog.close();
        }
    }
}
