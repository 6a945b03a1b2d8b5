package org.volans.ui.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.volans.api.registry.RegistryService;
import org.volans.ui.services.Preferences;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.work.Listeners;

/** Preferences, environment and the session's own choice. */
@Component
public final class RegistryChoiceImpl implements RegistryChoice {

    private record Named(URI registry, String name) {}

    private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(Preferences.NODE);
    private final Listeners listeners = new Listeners();
    private final List<URI> publicOnes;
    private volatile Optional<Named> session = Optional.empty();

    /** @param registry only asked for the public endpoints */
    @Activate
    public RegistryChoiceImpl(@Reference(policyOption = ReferencePolicyOption.GREEDY) RegistryService registry) {
        this.publicOnes = registry.publicEndpoints();
        preferences.addPreferenceChangeListener(e -> {
            if (e.getKey().equals(Preferences.REGISTRY)) {
                // what the user has just chosen counts more than what the session began with
                session = Optional.empty();
                listeners.tell();
            }
        });
    }

    @Override
    public URI current() {
        return session.map(Named::registry)
                .or(() -> uri(preferences.get(Preferences.REGISTRY, "")))
                .or(() -> uri(System.getenv("VOLANS_REGISTRY")))
                .orElse(publicOnes.getFirst());
    }

    @Override
    public String name() {
        return session.map(Named::name).orElseGet(() -> place(current()));
    }

    /** The host, with the port where that is not the usual one: servers of this machine differ in nothing else. */
    private static String place(URI registry) {
        return registry.getPort() < 0 ? registry.getHost() : registry.getHost() + ":" + registry.getPort();
    }

    @Override
    public List<URI> known() {
        LinkedHashSet<URI> all = new LinkedHashSet<>();
        all.add(current());
        preferences.get(Preferences.MORE_REGISTRIES, "").lines().forEach(l -> uri(l).ifPresent(all::add));
        all.addAll(publicOnes);
        return new ArrayList<>(all);
    }

    @Override
    public void use(URI registry, String name) {
        session = Optional.of(new Named(registry, name));
        listeners.tell();
    }

    @Override
    public void useOwn() {
        if (session.isPresent()) {
            session = Optional.empty();
            listeners.tell();
        }
    }

    @Override
    public boolean temporary() {
        return session.isPresent();
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private static Optional<URI> uri(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(URI.create(text.strip())).filter(u -> u.getHost() != null);
        } catch (IllegalArgumentException e) {
            // the preference page refuses such a text; one that was written past it counts as none
            return Optional.empty();
        }
    }
}
