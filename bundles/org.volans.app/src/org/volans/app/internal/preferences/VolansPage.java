package org.volans.app.internal.preferences;

import java.net.URI;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.osgi.service.prefs.BackingStoreException;
import org.volans.ui.services.Preferences;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.widgets.Tone;

/** Which registry is asked, how long is waited and how many rows are wanted. UI thread only. */
@NonNullByDefault({})
public final class VolansPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int LONGEST_WAIT = 3600;

    private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(Preferences.NODE);
    private Combo registry;
    private Text more;
    private Spinner timeout;
    private Spinner maxrec;
    private String shown;

    @Override
    public void init(IWorkbench workbench) {
        setDescription("How Volans finds services and talks to them.");
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 8).applyTo(page);
        registryFields(page);
        timeout = number(
                page,
                "Give up after silence of (s):",
                "timeout",
                LONGEST_WAIT,
                "Seconds in which a service sends nothing; 0 stands for 60.");
        maxrec = number(
                page,
                "Rows wanted at most:",
                "maxrec",
                Integer.MAX_VALUE,
                "Queries ask for no more rows than this; 0 leaves it to each service.");
        links(page);
        show(preferences.getInt(Preferences.TIMEOUT, 0), preferences.getInt(Preferences.MAXREC, 0));
        return page;
    }

    private void registryFields(Composite page) {
        RegistryChoice choice = PlatformUI.getWorkbench().getService(RegistryChoice.class);
        label(page, "Registry (RegTAP URL):");
        registry = new Combo(page, SWT.DROP_DOWN);
        registry.setData("org.volans.id", "registry");
        registry.setItems(choice.known().stream().map(URI::toString).toArray(String[]::new));
        shown = choice.current().toString();
        registry.setText(shown);
        registry.addListener(SWT.Modify, e -> validate());
        GridDataFactory.fillDefaults().grab(true, false).hint(380, SWT.DEFAULT).applyTo(registry);
        hint(page, "Now in use: " + choice.name() + ".");
        Label label = label(page, "More registries:");
        GridDataFactory.swtDefaults()
                .align(SWT.BEGINNING, SWT.BEGINNING)
                .indent(0, 4)
                .applyTo(label);
        more = new Text(page, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        more.setData("org.volans.id", "moreRegistries");
        more.setText(preferences.get(Preferences.MORE_REGISTRIES, ""));
        more.addListener(SWT.Modify, e -> validate());
        GridDataFactory.fillDefaults().grab(true, false).hint(380, 64).applyTo(more);
        hint(page, "URLs of RegTAP services to choose from above, one a line.");
    }

    private static Spinner number(Composite page, String words, String id, int most, String hint) {
        label(page, words);
        Spinner spinner = new Spinner(page, SWT.BORDER);
        spinner.setData("org.volans.id", id);
        spinner.setMaximum(most);
        GridDataFactory.swtDefaults().hint(150, SWT.DEFAULT).applyTo(spinner);
        hint(page, hint);
        return spinner;
    }

    private void links(Composite page) {
        Link link = new Link(page, SWT.NONE);
        link.setText("See also <a href=\"org.eclipse.ui.preferencePages.Views\">Appearance</a> for light and dark,"
                + " <a href=\"org.eclipse.ui.preferencePages.ColorsAndFonts\">Colors and Fonts</a>,"
                + " <a href=\"org.eclipse.ui.preferencePages.Keys\">Keys</a>.");
        link.addListener(SWT.Selection, e -> PreferencesUtil.createPreferenceDialogOn(getShell(), e.text, null, null));
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(480, SWT.DEFAULT)
                .indent(0, 12)
                .applyTo(link);
    }

    private static Label label(Composite page, String words) {
        Label label = new Label(page, SWT.NONE);
        label.setText(words);
        return label;
    }

    private static void hint(Composite page, String words) {
        label(page, "");
        Label label = new Label(page, SWT.WRAP);
        label.setText(words);
        Tone.MUTED.on(label);
        GridDataFactory.fillDefaults().grab(true, false).hint(380, SWT.DEFAULT).applyTo(label);
    }

    private void show(int seconds, int rows) {
        timeout.setSelection(seconds);
        maxrec.setSelection(rows);
    }

    private void validate() {
        Optional<String> fault = fault(registry.getText())
                .or(() -> more.getText().lines().flatMap(l -> fault(l).stream()).findFirst());
        setErrorMessage(fault.orElse(null));
        setValid(fault.isEmpty());
    }

    /** What is wrong with a registry's URL; nothing is when it is blank. */
    private static Optional<String> fault(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        String words = text.strip();
        // the dialog's header has room for a few words only
        Optional<String> fault =
                Optional.of("No web address: " + (words.length() > 40 ? words.substring(0, 39) + "…" : words));
        try {
            URI uri = URI.create(words);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.empty() : fault;
        } catch (IllegalArgumentException e) {
            return fault;
        }
    }

    @Override
    protected void performDefaults() {
        registry.setText("");
        more.setText("");
        show(0, 0);
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        preferences.put(Preferences.MORE_REGISTRIES, more.getText().strip());
        preferences.putInt(Preferences.TIMEOUT, timeout.getSelection());
        preferences.putInt(Preferences.MAXREC, maxrec.getSelection());
        String wanted = registry.getText().strip();
        if (!wanted.equals(shown)) {
            preferences.put(Preferences.REGISTRY, wanted);
            // also where the preference stands already and only the session has another, such as the embedded sky's
            PlatformUI.getWorkbench().getService(RegistryChoice.class).useOwn();
            shown = wanted;
        }
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            setErrorMessage("The preferences cannot be written: " + e.getMessage());
            return false;
        }
        return super.performOk();
    }
}
