package org.volans.adql.ui.internal.assist;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.ui.texteditor.MarkerAnnotation;

/**
 * A way to mend a problem.
 *
 * @param label for people
 * @param text  what to write
 * @param after whether it is written behind the faulty text instead of in its place
 */
record Fix(String label, String text, boolean after) {

    /** The stretch that is replaced, of a fault at a place. */
    IRegion replaced(Position fault) {
        return after
                ? new Region(fault.getOffset() + fault.getLength(), 0)
                : new Region(fault.getOffset(), fault.getLength());
    }

    static List<Fix> of(Annotation annotation) {
        return switch (annotation) {
            case MarkerAnnotation marked -> of(marked.getMarker());
            case ProblemMarkers.Underline underline -> of(underline.problem.fixes(), underline.problem.addition());
            default -> List.of();
        };
    }

    static List<Fix> of(IMarker marker) {
        String fixes = marker.getAttribute(Problem.FIXES, "");
        return of(fixes.isEmpty() ? List.of() : List.of(fixes.split("\n")), marker.getAttribute(Problem.ADDITION, ""));
    }

    private static List<Fix> of(List<String> fixes, String addition) {
        List<Fix> all = new ArrayList<>();
        fixes.forEach(f -> all.add(new Fix("Change to " + f, f, false)));
        if (!addition.isEmpty()) {
            all.add(new Fix("Add " + addition, addition, true));
        }
        return all;
    }
}
