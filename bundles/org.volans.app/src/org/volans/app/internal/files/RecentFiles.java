package org.volans.app.internal.files;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.ide.ResourceUtil;
import org.osgi.service.component.annotations.Component;

/** The files that were opened last, kept in the workspace's preferences. An OSGi service; UI thread only, no I/O. */
@Component(service = RecentFiles.class)
public final class RecentFiles {

    private static final String NODE = "org.volans.app";
    private static final String KEY = "recentFiles";
    private static final int KEPT = 10;

    private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(NODE);

    /** Newest first; those that no longer exist are left out. */
    public List<IFile> all() {
        return paths().stream()
                .map(p -> ResourcesPlugin.getWorkspace().getRoot().getFile(IPath.fromPortableString(p)))
                .filter(IFile::exists)
                .toList();
    }

    /** Remembers every file whose editor comes to the front in this window. */
    public void follow(IWorkbenchWindow window) {
        window.getPartService().addPartListener(new IPartListener2() {
            @Override
            @NonNullByDefault({})
            public void partActivated(IWorkbenchPartReference part) {
                if (part.getPart(false) instanceof IEditorPart editor) {
                    @Nullable IFile file = ResourceUtil.getFile(editor.getEditorInput());
                    if (file != null) {
                        remember(file);
                    }
                }
            }
        });
    }

    /** Puts a file in front. */
    public void remember(IFile file) {
        String path = file.getFullPath().toPortableString();
        List<String> paths = new ArrayList<>(paths());
        if (paths.indexOf(path) == 0) {
            return;
        }
        paths.remove(path);
        paths.addFirst(path);
        preferences.put(KEY, String.join("\n", paths.subList(0, Math.min(KEPT, paths.size()))));
    }

    private List<String> paths() {
        return preferences
                .get(KEY, "")
                .lines()
                .filter(l -> IPath.fromPortableString(l).segmentCount() > 1)
                .toList();
    }
}
