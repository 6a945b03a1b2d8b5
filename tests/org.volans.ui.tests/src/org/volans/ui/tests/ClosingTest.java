package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.volans.ui.work.Workplace;

/** How the program ends: not while it would lose something. */
class ClosingTest {

    @Test
    void closingWhileAtWorkAsks() {
        CountDownLatch work = new CountDownLatch(1);
        Job job = new Job("Query of Sky VizieR TAP") {
            @Override
            protected IStatus run(@Nullable IProgressMonitor monitor) {
                try {
                    work.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return Status.OK_STATUS;
            }

            @Override
            public boolean belongsTo(@Nullable Object family) {
                return family == Workplace.FAMILY;
            }
        };
        job.schedule();
        Ui.until("work goes on", () -> job.getState() == Job.RUNNING);
        List<String> asked = new ArrayList<>();
        answer("Close Volans", "Keep Working", asked);
        try {
            assertThat(PlatformUI.getWorkbench().close()).isFalse();
            assertThat(String.join("\n", asked))
                    .contains("Query of Sky VizieR TAP")
                    .contains("Jobs view");
        } finally {
            work.countDown();
        }
    }

    @Test
    void closingWithUnsavedChangesAsks() throws Exception {
        Ui.page().closeAllEditors(false);
        ShellTest.run("org.volans.app.newQuery");
        Ui.until("the query is open", () -> Ui.page().getActiveEditor() != null);
        ITextEditor editor = Objects.requireNonNull(Ui.page().getActiveEditor().getAdapter(ITextEditor.class));
        editor.getDocumentProvider().getDocument(editor.getEditorInput()).set("SELECT 1 AS one FROM tap_schema.tables");
        Ui.until("there are changes", editor::isDirty);
        List<String> asked = new ArrayList<>();
        answer("Save", "Cancel", asked);
        try {
            assertThat(PlatformUI.getWorkbench().close()).isFalse();
            assertThat(String.join("\n", asked)).contains(editor.getTitle());
        } finally {
            Ui.page().closeAllEditors(false);
        }
    }

    private static void picture(List<String> asked) {
        try {
            Ui.screenshot("closing");
        } catch (Exception e) {
            asked.add("no picture: " + e);
        }
    }

    /** Answers a question when it is there. */
    static void answer(String title, String button, List<String> asked) {
        Display display = Display.getCurrent();
        display.timerExec(100, () -> {
            Optional<Shell> dialog = Stream.of(display.getShells())
                    .filter(s -> s.getText().startsWith(title))
                    .findFirst();
            if (dialog.isEmpty()) {
                answer(title, button, asked);
                return;
            }
            List<Control> parts = new ArrayList<>();
            Ui.collect(dialog.get(), Control.class, parts);
            parts.stream().filter(Label.class::isInstance).forEach(l -> asked.add(((Label) l).getText()));
            if (title.startsWith("Close")) {
                picture(asked);
            }
            parts.stream()
                    .filter(b -> b instanceof Button known && known.getText().equals(button))
                    .findFirst()
                    .ifPresent(Ui::click);
        });
    }
}
