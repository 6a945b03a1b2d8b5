package org.volans.samp.ui.internal.start;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.volans.ui.services.Preferences;

/** Whether Volans takes part in SAMP when it starts. UI thread only. */
@NonNullByDefault({})
public final class SampPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    public SampPage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, Preferences.NODE);
        store.setDefault(Preferences.SAMP_JOIN, true);
        store.setDefault(Preferences.SAMP_HUB, false);
        setPreferenceStore(store);
        setDescription("Volans exchanges tables, images, rows and positions with other programs by SAMP.");
    }

    @Override
    protected void createFieldEditors() {
        addField(new BooleanFieldEditor(
                Preferences.SAMP_JOIN, "Join a running hub when Volans starts", getFieldEditorParent()));
        addField(new BooleanFieldEditor(Preferences.SAMP_HUB, "Start a hub then if none runs", getFieldEditorParent()));
    }
}
