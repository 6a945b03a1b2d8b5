package org.volans.adql.ui.internal.assist;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.volans.api.adql.AdqlDescription;
import org.volans.api.adql.AdqlService;

/** What is wrong with a word, and what it is. Asked outside of the UI thread. */
@NonNullByDefault({})
public final class Hover implements ITextHover, ITextHoverExtension {

    private final AdqlService adql;
    private final Surroundings around;

    public Hover(AdqlService adql, Surroundings around) {
        this.adql = adql;
        this.around = around;
    }

    @Override
    public @Nullable String getHoverInfo(ITextViewer viewer, IRegion region) {
        int offset = region.getOffset();
        List<String> parts = new ArrayList<>(faults(viewer, offset));
        adql.describe(viewer.getDocument().get(), offset, around.context())
                .map(d -> Prose.html(d.title(), d.detail(), d.text()))
                .ifPresent(parts::add);
        return parts.isEmpty() ? null : String.join("<p>", parts);
    }

    private static List<String> faults(ITextViewer viewer, int offset) {
        IAnnotationModel model = viewer instanceof ISourceViewer source ? source.getAnnotationModel() : null;
        List<String> faults = new ArrayList<>();
        if (model == null) {
            return faults;
        }
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext(); ) {
            Annotation annotation = all.next();
            Position place = model.getPosition(annotation);
            boolean here =
                    place != null && place.getOffset() <= offset && offset <= place.getOffset() + place.getLength();
            String text = annotation.getText();
            boolean problem = annotation.getType().endsWith(".error")
                    || annotation.getType().endsWith(".warning");
            if (here && problem && text != null && !text.isEmpty()) {
                faults.add(Prose.escape(text));
            }
        }
        return faults;
    }

    @Override
    public @Nullable IRegion getHoverRegion(ITextViewer viewer, int offset) {
        Optional<AdqlDescription> word = adql.describe(viewer.getDocument().get(), offset, around.context());
        return word.<IRegion>map(w -> new Region(w.offset(), w.length())).orElseGet(() -> new Region(offset, 0));
    }

    @Override
    public IInformationControlCreator getHoverControlCreator() {
        return shell -> new DefaultInformationControl(shell, false);
    }
}
