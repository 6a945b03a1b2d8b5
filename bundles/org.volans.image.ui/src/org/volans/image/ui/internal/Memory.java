package org.volans.image.ui.internal;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.volans.api.image.Cut;

/** Remembers the look of files, and of the last one as what others begin with. Does I/O: not for the UI thread. */
final class Memory {

    private static final QualifiedName KEY = new QualifiedName("org.volans.image.ui", "look");

    private Memory() {}

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.volans.image.ui");
    }

    /** The look of a file; of one without its own, that of the last one without its limits. */
    static Look look(Optional<IFile> file) {
        Optional<String> own = file.filter(IFile::exists).flatMap(f -> {
            try {
                return Optional.ofNullable(f.getPersistentProperty(KEY));
            } catch (CoreException e) {
                ILog.of(Memory.class).warn("the look of " + f.getName() + " cannot be read: " + e.getMessage(), e);
                return Optional.empty();
            }
        });
        return own.or(() -> Optional.of(preferences().get("look", "")))
                .flatMap(Look::parse)
                .orElseGet(Look::standard);
    }

    static void keep(Optional<IFile> file, Look look) {
        // limits that were given for one image mean nothing for another
        Look general =
                look.cut() instanceof Cut.Between ? look.with(Look.standard().cut()) : look;
        preferences().put("look", general.text());
        try {
            preferences().flush();
            if (file.isPresent() && file.get().exists()) {
                file.get().setPersistentProperty(KEY, look.text());
            }
        } catch (CoreException | BackingStoreException e) {
            ILog.of(Memory.class).warn("the look of an image cannot be kept: " + e.getMessage(), e);
        }
    }
}
