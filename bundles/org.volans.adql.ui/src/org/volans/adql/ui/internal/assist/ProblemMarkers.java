package org.volans.adql.ui.internal.assist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.volans.api.OutputException;

/** Shows problems as markers of a file; where the text is in no project, as annotations of its editor alone. */
public final class ProblemMarkers {

    private ProblemMarkers() {}

    /** Puts markers in the place of those that were there. Not for the UI thread. */
    public static void show(IFile file, String text, List<Problem> problems, IProgressMonitor monitor)
            throws OutputException {
        try {
            if (file.exists()) {
                file.getWorkspace().run(m -> replace(file, text, problems), file, IWorkspace.AVOID_UPDATE, monitor);
            }
        } catch (CoreException e) {
            throw new OutputException("problems of " + file.getName() + " cannot be shown: " + e.getMessage(), e);
        }
    }

    /** Takes the markers away soon. */
    public static void clear(IFile file) {
        Job job = Job.createSystem("Clearing problems of " + file.getName(), (ICoreRunnable) monitor -> {
            if (file.exists()) {
                file.deleteMarkers(Problem.MARKER, true, IResource.DEPTH_ZERO);
            }
        });
        job.setRule(file.getWorkspace().getRuleFactory().markerRule(file));
        job.schedule();
    }

    private static void replace(IFile file, String text, List<Problem> problems) throws CoreException {
        file.deleteMarkers(Problem.MARKER, true, IResource.DEPTH_ZERO);
        Document lines = new Document(text);
        for (Problem problem : problems) {
            Map<String, Object> attributes = new HashMap<>();
            attributes.put(IMarker.SEVERITY, problem.error() ? IMarker.SEVERITY_ERROR : IMarker.SEVERITY_WARNING);
            attributes.put(IMarker.MESSAGE, problem.message());
            attributes.put(IMarker.CHAR_START, problem.offset());
            attributes.put(IMarker.CHAR_END, problem.offset() + problem.length());
            attributes.put(Problem.FIXES, String.join("\n", problem.fixes()));
            attributes.put(Problem.ADDITION, problem.addition());
            boolean fixable = !problem.fixes().isEmpty() || !problem.addition().isEmpty();
            attributes.put(Problem.FIXABLE, Boolean.toString(fixable));
            attributes.put(IMarker.LINE_NUMBER, line(lines, problem.offset()));
            file.createMarker(Problem.MARKER, attributes);
        }
    }

    private static int line(Document lines, int offset) {
        try {
            return lines.getLineOfOffset(offset) + 1;
        } catch (BadLocationException e) {
            throw new IllegalStateException("a problem outside of its text", e);
        }
    }

    /** An annotation of a text that is in no project. */
    static final class Underline extends Annotation {

        final Problem problem;

        Underline(Problem problem) {
            super(
                    "org.eclipse.ui.workbench.texteditor." + (problem.error() ? "error" : "warning"),
                    false,
                    problem.message());
            this.problem = problem;
        }
    }

    /** Puts annotations in the place of those that were there. UI thread only. */
    public static void annotate(IAnnotationModel model, List<Problem> problems) {
        List<Annotation> old = new ArrayList<>();
        model.getAnnotationIterator().forEachRemaining(a -> {
            if (a instanceof Underline) {
                old.add(a);
            }
        });
        old.forEach(model::removeAnnotation);
        problems.forEach(p -> model.addAnnotation(new Underline(p), new Position(p.offset(), p.length())));
    }
}
