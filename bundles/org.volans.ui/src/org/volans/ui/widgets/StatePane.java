package org.volans.ui.widgets;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;
import org.volans.ui.work.Failure;

/**
 * A composite that shows its content, or in its place why there is none: nothing yet (with what to do next), work going
 * on (with a way to stop it), or a failure (with a way to try again). UI thread only.
 */
public final class StatePane extends Composite {

    private static final int TEXT_WIDTH = 320;

    /**
     * Something the user can do from here.
     *
     * @param label words of the link
     * @param run   on the UI thread
     */
    public record Choice(String label, Runnable run) {}

    private final StackLayout stack = new StackLayout();
    private final Composite content;
    private Composite message;
    private @Nullable Label progress;

    /** Whether the message that went had the keyboard, which what comes then gets. */
    private boolean orphaned;

    /** Starts showing the (empty) content. */
    public StatePane(Composite parent) {
        super(parent, SWT.NONE);
        setLayout(stack);
        content = new Composite(this, SWT.NONE);
        message = new Composite(this, SWT.NONE);
        stack.topControl = content;
    }

    /** Where the content goes; has no layout yet. */
    public Composite content() {
        return content;
    }

    /** Whether the content shows. */
    public boolean showsContent() {
        return stack.topControl == content;
    }

    /** Shows the content. */
    public void showContent() {
        show(content);
    }

    /** Says why nothing is here yet and what to do. */
    public void showEmpty(String title, String hint, Choice... choices) {
        Composite box = fresh();
        title(box, title, Tone.PLAIN);
        text(box, hint, Tone.MUTED);
        List.of(choices).forEach(c -> link(box, c));
        show(message);
    }

    /** Says that work is going on. */
    public void showBusy(String what, Runnable stop) {
        Composite box = fresh();
        progress = text(box, what, Tone.MUTED);
        ProgressBar bar = new ProgressBar(box, SWT.INDETERMINATE);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).hint(160, 6).applyTo(bar);
        link(box, new Choice("Stop", stop));
        show(message);
    }

    /** Says how far the work has come that {@link #showBusy} told of; nothing happens when something else shows. */
    public void showProgress(String what) {
        @Nullable Label label = progress;
        if (label != null && !label.isDisposed()) {
            label.setText(escape(what));
        }
    }

    /** Says what went wrong, in the words of the failure. */
    public void showFailure(String title, Failure failure, Choice... choices) {
        Composite box = fresh();
        title(box, title, Tone.BAD);
        text(box, sentence(failure.message()), Tone.PLAIN);
        List.of(choices).forEach(c -> link(box, c));
        show(message);
    }

    /** What the pane says in place of its content, for tests and screen readers; empty when the content shows. */
    public String says() {
        StringBuilder words = new StringBuilder();
        if (!showsContent()) {
            collect(message, words);
        }
        return words.toString().strip();
    }

    private static void collect(Composite from, StringBuilder words) {
        for (var child : from.getChildren()) {
            switch (child) {
                case Label label -> words.append(label.getText()).append('\n');
                case Link link -> words.append(link.getText()).append('\n');
                case Composite inner -> collect(inner, words);
                default -> {
                    // a progress bar says nothing
                }
            }
        }
    }

    private Composite fresh() {
        orphaned |= holdsFocus(message);
        message.dispose();
        message = new Composite(this, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(message);
        Composite box = new Composite(message, SWT.NONE);
        GridDataFactory.swtDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .grab(true, true)
                .applyTo(box);
        GridLayoutFactory.swtDefaults().margins(12, 12).spacing(0, 8).applyTo(box);
        return box;
    }

    /** Messages of services begin as they would behind a colon. */
    private static String sentence(String words) {
        boolean plain = words.matches("(?s)[a-z]+ .*");
        return plain ? Character.toUpperCase(words.charAt(0)) + words.substring(1) : words;
    }

    private static void title(Composite box, String title, Tone tone) {
        Label label = new Label(box, SWT.CENTER | SWT.WRAP);
        label.setText(escape(title));
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        tone.on(label);
        centre().hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(label);
    }

    private static @Nullable Label text(Composite box, String words, Tone tone) {
        if (words.isBlank()) {
            return null;
        }
        Label label = new Label(box, SWT.CENTER | SWT.WRAP);
        label.setText(escape(words));
        tone.on(label);
        centre().hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private static void link(Composite box, Choice choice) {
        Link link = new Link(box, SWT.NONE);
        link.setText("<a>" + escape(choice.label()) + "</a>");
        link.addListener(SWT.Selection, e -> choice.run().run());
        centre().applyTo(link);
    }

    private static GridDataFactory centre() {
        return GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, false);
    }

    private static String escape(String text) {
        return text.replace("&", "&&");
    }

    private void show(Composite top) {
        boolean focus = orphaned || top != stack.topControl && holdsFocus(stack.topControl);
        orphaned = false;
        stack.topControl = top;
        layout(true, true);
        if (focus) {
            top.setFocus();
        }
    }

    private boolean holdsFocus(@Nullable Control of) {
        @Nullable Control control = getDisplay().getFocusControl();
        while (control != null && control != of) {
            control = control.getParent();
        }
        return control != null;
    }
}
