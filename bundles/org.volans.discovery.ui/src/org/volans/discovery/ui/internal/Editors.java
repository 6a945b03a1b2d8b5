package org.volans.discovery.ui.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;

/** Opens files of the project. UI thread only. */
@NonNullByDefault({})
public final class Editors {

    private static final float HALF = 0.5f;

    /** In pixels: from here on two editors, each with its tab, its tool bar and its pages, leave room for what they show. */
    private static final int TWO_HIGH = 520;

    private Editors() {}

    /** Opens a file in an editor and gives it the focus; says so when that cannot be. */
    public static void open(IWorkbenchPage page, IFile file, String editor) {
        try {
            IDE.openEditor(page, file, editor, true);
        } catch (PartInitException e) {
            say(e);
        }
    }

    /**
     * Opens a file beside the other editors, below them where there is height for two, without taking the focus: what is
     * selected and what belongs to it are seen together. Where editors of that kind stand already, it opens among them,
     * unless it would hide what is shown.
     */
    public static void openBeside(IWorkbenchPage page, IFile file, String editor) {
        IEditorPart shown = page.getActiveEditor();
        try {
            Optional<MPartStack> others = stackOf(page, editor, shown);
            IEditorPart opened = IDE.openEditor(page, file, editor, false);
            MPart part = part(opened);
            if ((Object) part.getParent() instanceof MPartStack now) {
                if (others.isPresent() && others.get() != now) {
                    move(part, others.get());
                } else if (others.isEmpty() && now.getChildren().size() > 1) {
                    move(part, beside(opened.getSite().getService(EModelService.class), now));
                }
            }
            show(part);
            if (shown != null && part(shown).getParent() != part.getParent()) {
                show(part(shown));
            }
        } catch (PartInitException e) {
            say(e);
        }
    }

    private static MPart part(IEditorPart editor) {
        return editor.getSite().getService(MPart.class);
    }

    private static void show(MPart part) {
        part.getParent().setSelectedElement(part);
    }

    private static MPartStack beside(EModelService model, MPartStack stack) {
        MPartStack beside = model.createModelElement(MPartStack.class);
        beside.getTags().addAll(stack.getTags());
        boolean low = stack.getWidget() instanceof Control area && area.getSize().y < TWO_HIGH;
        model.insert(beside, stack, low ? EModelService.RIGHT_OF : EModelService.BELOW, HALF);
        return beside;
    }

    private static void move(MPart part, MPartStack to) {
        part.getParent().getChildren().remove(part);
        to.getChildren().add(part);
    }

    /** Where another editor of a kind stands; not where it would hide an editor of another kind that is shown. */
    private static Optional<MPartStack> stackOf(IWorkbenchPage page, String editor, @Nullable IEditorPart shown) {
        boolean keep = shown != null && !editor.equals(shown.getSite().getId());
        Object kept = keep ? part(shown).getParent() : null;
        for (IEditorReference reference : List.of(page.getEditorReferences())) {
            IEditorPart open = reference.getEditor(false);
            if (editor.equals(reference.getId()) && open != null) {
                Object parent = part(open).getParent();
                if (parent instanceof MPartStack stack && stack != kept) {
                    return Optional.of(stack);
                }
            }
        }
        return Optional.empty();
    }

    private static void say(PartInitException e) {
        StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG | StatusManager.SHOW);
    }
}
