package org.volans.adql.ui.internal.bar;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;
import org.volans.ui.work.Workplace;

/** Chooses a service by name, or by a URL that is typed. UI thread only. */
public final class ServiceChooser {

    private final ServiceList services;
    private final Combo combo;
    private final Consumer<ServiceEntry> chosen;
    private List<ServiceEntry> shown = List.of();
    private Optional<ServiceEntry> current = Optional.empty();

    /** @param chosen told when the user chooses another one */
    public ServiceChooser(Composite parent, ServiceList services, Consumer<ServiceEntry> chosen) {
        this.services = services;
        this.chosen = chosen;
        combo = new Combo(parent, SWT.DROP_DOWN);
        combo.setVisibleItemCount(16);
        combo.setToolTipText("The TAP service to ask: choose one, or type the URL of another");
        combo.setData("org.volans.id", "adql.service");
        combo.addListener(SWT.Selection, e -> {
            if (combo.getSelectionIndex() >= 0) {
                choose(shown.get(combo.getSelectionIndex()));
            }
        });
        combo.addListener(SWT.DefaultSelection, e -> typed());
        combo.addListener(SWT.FocusOut, e -> typed());
        Workplace place = new Workplace(combo);
        Runnable update = () -> place.show(this::fill);
        services.addListener(update);
        combo.addDisposeListener(e -> services.removeListener(update));
        fill();
    }

    public Combo control() {
        return combo;
    }

    /** What is chosen. */
    public Optional<ServiceEntry> current() {
        return current;
    }

    /** Shows a service without telling of it. */
    public void show(URI url) {
        current = Optional.of(entry(url));
        fill();
    }

    /** The service of a URL, under the name that the list has for it. */
    private ServiceEntry entry(URI url) {
        return services.all().stream()
                .filter(s -> same(s.url(), url))
                .findFirst()
                .or(() ->
                        services.all().stream().filter(s -> again(s.url(), url)).findFirst())
                .orElseGet(() -> new ServiceEntry(String.valueOf(url.getHost()), "", url));
    }

    private static boolean same(URI a, URI b) {
        return a.toString().replaceFirst("/+$", "").equals(b.toString().replaceFirst("/+$", ""));
    }

    /** Whether a service on this machine, such as one of the embedded sky, has come back at another port. */
    private static boolean again(URI now, URI before) {
        return "127.0.0.1".equals(now.getHost())
                && now.getHost().equals(before.getHost())
                && String.valueOf(now.getPath()).equals(before.getPath());
    }

    private void choose(ServiceEntry entry) {
        boolean other = current.filter(c -> same(c.url(), entry.url())).isEmpty();
        current = Optional.of(entry);
        showCurrent();
        if (other) {
            chosen.accept(entry);
        }
    }

    private void typed() {
        String text = combo.getText().strip();
        if (text.isEmpty() || current.map(this::label).filter(text::equals).isPresent()) {
            return;
        }
        Optional<ServiceEntry> named = shown.stream()
                .filter(s -> label(s).equalsIgnoreCase(text) || s.name().equalsIgnoreCase(text))
                .findFirst();
        if (named.isPresent()) {
            choose(named.get());
        } else {
            url(text).ifPresentOrElse(u -> choose(entry(u)), this::showCurrent);
        }
    }

    private static Optional<URI> url(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private void fill() {
        List<ServiceEntry> all = new ArrayList<>(services.all());
        Optional<ServiceEntry> before = current;
        current = before.map(c -> entry(c.url()));
        current.filter(c -> all.stream().noneMatch(s -> same(s.url(), c.url()))).ifPresent(all::add);
        shown = all;
        combo.setItems(all.stream().map(this::label).toArray(String[]::new));
        showCurrent();
        if (before.isPresent() && !before.map(ServiceEntry::url).equals(current.map(ServiceEntry::url))) {
            current.ifPresent(chosen);
        }
    }

    private void showCurrent() {
        combo.setText(current.map(this::label).orElse(""));
    }

    /** Its name, with the host where that is not the name. */
    private String label(ServiceEntry entry) {
        String host = String.valueOf(entry.url().getHost());
        return entry.name().equals(host) ? entry.url().toString() : entry.name() + "  –  " + place(entry.url());
    }

    private static String place(URI url) {
        return url.getAuthority() + (url.getPath() == null ? "" : url.getPath());
    }
}
