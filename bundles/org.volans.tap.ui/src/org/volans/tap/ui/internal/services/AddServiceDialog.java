package org.volans.tap.ui.internal.services;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.volans.api.VoException;
import org.volans.api.registry.RegistryService;
import org.volans.api.registry.ServiceType;
import org.volans.api.tap.TapService;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/**
 * Asks for a service by its URL, IVOA identifier or short name, and whether it answers; one that does not can be added
 * all the same. UI thread only.
 */
final class AddServiceDialog extends TitleAreaDialog {

    private static final String HINT =
            "Give a TAP service by its URL, its IVOA identifier (ivo://…) or its short name.";

    private final RegistryService registry;
    private final RegistryChoice choice;
    private final TapService tap;
    private final ServiceList list;
    private @Nullable Text service;
    private @Nullable Text name;
    private @Nullable ProgressBar bar;
    private @Nullable Workplace place;
    /** Found, but it does not answer: the next OK adds it. */
    private Optional<ServiceEntry> silent = Optional.empty();

    AddServiceDialog(Shell parent, RegistryService registry, RegistryChoice choice, TapService tap, ServiceList list) {
        super(parent);
        this.registry = registry;
        this.choice = choice;
        this.tap = tap;
        this.list = list;
    }

    @Override
    @NonNullByDefault({})
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Add Service");
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    @NonNullByDefault({})
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite form = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(12, 12)
                .spacing(8, 8)
                .applyTo(form);
        service = field(form, "&Service:", "URL, ivo://… or short name");
        name = field(form, "&Name:", "what to call it here (optional)");
        bar = progress(form);
        place = new Workplace(form);
        setTitle("Add a TAP service");
        setMessage(HINT);
        return area;
    }

    private static ProgressBar progress(Composite form) {
        ProgressBar made = new ProgressBar(form, SWT.INDETERMINATE);
        GridDataFactory.fillDefaults().span(2, 1).hint(SWT.DEFAULT, 6).applyTo(made);
        made.setVisible(false);
        return made;
    }

    private Text field(Composite form, String label, String hint) {
        new Label(form, SWT.NONE).setText(label);
        Text text = new Text(form, SWT.BORDER | SWT.SINGLE);
        text.setMessage(hint);
        GridDataFactory.fillDefaults().grab(true, false).hint(380, SWT.DEFAULT).applyTo(text);
        text.addModifyListener(e -> validate());
        return text;
    }

    @Override
    @NonNullByDefault({})
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Add", true).setEnabled(false);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    private static String text(@Nullable Text field) {
        return field == null ? "" : field.getText().strip();
    }

    private void validate() {
        silent = Optional.empty();
        String given = text(service);
        String fault = fault(given);
        setErrorMessage(fault.isEmpty() || given.isEmpty() ? null : fault);
        setMessage(HINT);
        ready(fault.isEmpty(), "Add");
    }

    /** What is wrong with the text; empty when nothing is. */
    static String fault(String given) {
        if (given.isEmpty()) {
            return HINT;
        }
        try {
            URI uri = URI.create(given);
            String scheme = uri.getScheme();
            if (scheme == null) {
                return "";
            }
            return switch (scheme.toLowerCase(Locale.ROOT)) {
                case "http", "https" -> uri.getHost() == null ? "The URL names no host." : "";
                case "ivo" -> uri.getAuthority() == null ? "An identifier looks like ivo://authority/path." : "";
                default -> "A service is reached by http:// or https://, or named by ivo://.";
            };
        } catch (IllegalArgumentException e) {
            return given.contains("://") ? "This is no URL: " + e.getMessage() : "";
        }
    }

    private void ready(boolean ready, String label) {
        @Nullable Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            ok.setEnabled(ready);
            ok.setText(label);
        }
    }

    private void busy(boolean busy) {
        if (bar != null) {
            bar.setVisible(busy);
        }
    }

    @Override
    protected void okPressed() {
        String given = text(service);
        String called = text(name);
        @Nullable Workplace work = place;
        if (work == null) {
            return;
        }
        ready(false, "Add");
        busy(true);
        if (silent.isPresent()) {
            ServiceEntry entry = silent.get();
            work.run("Adding " + entry.name(), monitor -> added(entry), e -> super.okPressed(), this::failed);
        } else {
            setMessage("Looking for it…");
            URI asked = choice.current();
            work.run("Looking for " + given, monitor -> find(asked, given, called, monitor), this::found, this::failed);
        }
    }

    private ServiceEntry added(ServiceEntry entry) throws VoException {
        list.add(entry);
        return entry;
    }

    private ServiceEntry find(URI asked, String given, String called, IProgressMonitor monitor) throws VoException {
        URI url = registry.resolve(asked, given, ServiceType.TAP, monitor);
        String usual = given.contains("://") ? String.valueOf(url.getHost()) : given;
        return new ServiceEntry(called.isEmpty() ? usual : called, given.startsWith("ivo://") ? given : "", url);
    }

    private void found(ServiceEntry entry) {
        @Nullable Workplace work = place;
        if (work != null) {
            setMessage("Asking " + entry.url().getHost() + " what it can do…");
            work.run(
                    "Asking " + entry.name(),
                    monitor -> {
                        tap.capabilities(entry.url(), monitor);
                        return added(entry);
                    },
                    e -> super.okPressed(),
                    failure -> {
                        silent = Optional.of(entry);
                        failed(failure);
                        ready(true, "Add Anyway");
                    });
        }
    }

    private void failed(Failure failure) {
        busy(false);
        setErrorMessage(null);
        setMessage(failure.message(), IMessageProvider.ERROR);
        ready(true, "Add");
    }
}
