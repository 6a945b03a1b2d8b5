package org.volans.adql.ui.internal.assist;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.AbstractMarkerAnnotationModel;
import org.eclipse.ui.texteditor.ITextEditor;

/** Quick fixes of the Problems view: they change the text in its editor, so that they can be undone. */
@NonNullByDefault({})
public final class MarkerFixes implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        return !Fix.of(marker).isEmpty();
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        return Fix.of(marker).stream().map(Resolution::new).toArray(IMarkerResolution[]::new);
    }

    private record Resolution(Fix fix) implements IMarkerResolution2 {

        @Override
        public String getLabel() {
            return fix.label();
        }

        @Override
        public String getDescription() {
            return fix.label();
        }

        @Override
        public @Nullable Image getImage() {
            return null;
        }

        @Override
        public void run(IMarker marker) {
            try {
                var page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
                IEditorPart part = IDE.openEditor(page, (IFile) marker.getResource());
                if (part instanceof ITextEditor editor) {
                    var provider = editor.getDocumentProvider();
                    var model = provider.getAnnotationModel(editor.getEditorInput());
                    IDocument document = provider.getDocument(editor.getEditorInput());
                    Position place = model instanceof AbstractMarkerAnnotationModel marked
                            ? marked.getMarkerPosition(marker)
                            : null;
                    if (document != null && place != null) {
                        IRegion replaced = fix.replaced(place);
                        document.replace(replaced.getOffset(), replaced.getLength(), fix.text());
                    }
                }
            } catch (PartInitException | BadLocationException e) {
                ILog.of(MarkerFixes.class).error("a quick fix could not be applied: " + e.getMessage(), e);
            }
        }
    }
}
