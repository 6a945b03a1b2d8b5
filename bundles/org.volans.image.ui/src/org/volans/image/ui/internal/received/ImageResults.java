package org.volans.image.ui.internal.received;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.FileEditorInput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.volans.api.VoException;
import org.volans.api.WorkbenchCondition;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.ResultViewer;
import org.volans.api.io.WholeFile;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;
import org.volans.ui.results.ResultEditors;
import org.volans.ui.selection.ReceivedSelection;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.work.UiCall;

/** Opens the images that handlers make or have received; those that are elsewhere are copied into the project first. */
@Component
@SatisfyingConditionTarget(WorkbenchCondition.TARGET)
public final class ImageResults implements ResultViewer {

    /** As many images that handlers made stay open: one for each of many rows would bury what the user opened. */
    private static final int MOST = 8;

    private final ProjectFolder project;
    private final ReceivedSelection received;

    /** Copies by what they are copies of. */
    private final Map<Path, Path> copies = new ConcurrentHashMap<>();

    /** Editors of what handlers made, the oldest first. UI thread only. */
    private final Deque<IEditorPart> made = new ArrayDeque<>();

    @Activate
    public ImageResults(@Reference ProjectFolder project, @Reference ReceivedSelection received) {
        this.project = project;
        this.received = received;
    }

    @Override
    public boolean shows(String handler, HandlerResult result) {
        return result instanceof HandlerResult.Image;
    }

    @Override
    public List<Path> show(HandlerEvent event, String handler, HandlerResult result, IProgressMonitor monitor)
            throws VoException {
        HandlerResult.Image image = (HandlerResult.Image) result;
        IFile file = file(event, image);
        UiCall.run("the image editor", page -> open(page, file, event, image), monitor);
        return List.of(ProjectFolder.path(file));
    }

    private boolean open(IWorkbenchPage page, IFile file, HandlerEvent event, HandlerResult.Image image)
            throws PartInitException {
        boolean open = page.findEditor(new FileEditorInput(file)) != null;
        IEditorPart editor = ResultEditors.open(page, file, Ids.IMAGE_EDITOR);
        if (!open && !(event instanceof HandlerEvent.Image)) {
            made.addLast(editor);
            closeOldest(page);
        }
        image.mark().ifPresent(mark -> received.receive(new SkyPoint(mark, image.title())));
        return true;
    }

    private void closeOldest(IWorkbenchPage page) {
        made.retainAll(Arrays.stream(page.getEditorReferences())
                .map(reference -> reference.getEditor(false))
                .toList());
        while (made.size() > MOST) {
            IEditorPart oldest = made.removeFirst();
            // one that the user is at, or has changed, is the user's
            if (page.getActivePart() != oldest && !oldest.isDirty()) {
                page.closeEditor(oldest, false);
            }
        }
    }

    private IFile file(HandlerEvent event, HandlerResult.Image image) throws VoException {
        Optional<IFile> there = ProjectFolder.file(copies.getOrDefault(image.file(), image.file()));
        return there.isPresent() && Files.exists(ProjectFolder.path(there.get())) ? there.get() : copy(event, image);
    }

    private IFile copy(HandlerEvent event, HandlerResult.Image image) throws VoException {
        Instant start = Instant.now();
        IFile file = project.newFile(ProjectFolder.IMAGES, stem(image.title()), "fits");
        Path target = ProjectFolder.path(file);
        WholeFile.write(target, out -> Files.copy(image.file(), out));
        copies.put(image.file(), target);
        project.arrived(
                file,
                Provenance.since(
                        start,
                        "",
                        image.title(),
                        -1,
                        false,
                        Map.of("sent by", event.source().name())));
        return file;
    }

    private static String stem(String title) {
        return title.replaceFirst("(?i)\\.(fits?|fts)(\\.gz)?$", "");
    }
}
