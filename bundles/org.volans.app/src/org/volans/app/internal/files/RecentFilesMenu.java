package org.volans.app.internal.files;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;

/** File ▸ Recent Files. */
@NonNullByDefault({})
public final class RecentFilesMenu extends CompoundContributionItem {

    @Override
    protected IContributionItem[] getContributionItems() {
        List<IFile> files =
                PlatformUI.getWorkbench().getService(RecentFiles.class).all();
        if (files.isEmpty()) {
            return new IContributionItem[] {new ActionContributionItem(new Open("None yet", null))};
        }
        return files.stream()
                .map(f -> new ActionContributionItem(
                        new Open(ProjectFiles.nameInProject(f).replace("&", "&&"), f)))
                .toArray(IContributionItem[]::new);
    }

    private static final class Open extends Action {

        private final @Nullable IFile file;

        Open(String label, @Nullable IFile file) {
            super(label);
            this.file = file;
            setEnabled(file != null);
        }

        @Override
        public void run() {
            @Nullable IFile chosen = file;
            if (chosen != null) {
                ProjectFiles.open(chosen);
            }
        }
    }
}
