package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.volans.ui.widgets.StatePane;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.work.Failure;

/** A pane that shows its content or says why not, used without a mouse. */
class StatePaneTest {

    private final Shell shell = new Shell();
    private final Text elsewhere = new Text(shell, SWT.BORDER);
    private final StatePane pane = new StatePane(shell);

    @AfterEach
    void close() {
        shell.dispose();
    }

    @Test
    void whoTriesAgainByKeyboardKeepsTheKeyboard() {
        Text content = open();
        fail();
        Ui.until("the link has the keyboard", () -> link().forceFocus() && link().isFocusControl());
        pane.showBusy("Searching", () -> {
            // nothing runs
        });
        assertThat(focus()).isSameAs(link());
        fail();
        assertThat(focus()).isSameAs(link());
        pane.showContent();
        assertThat(focus()).isSameAs(content);
    }

    @Test
    void whoTypesElsewhereIsLeftAlone() {
        open();
        Ui.until("the field has the keyboard", () -> elsewhere.forceFocus() && elsewhere.isFocusControl());
        fail();
        pane.showContent();
        assertThat(focus()).isSameAs(elsewhere);
    }

    private Text open() {
        shell.setLayout(new FillLayout(SWT.VERTICAL));
        pane.content().setLayout(new FillLayout());
        Text content = new Text(pane.content(), SWT.BORDER);
        shell.setSize(400, 400);
        shell.open();
        return content;
    }

    private void fail() {
        Choice again = new Choice("Try again", () -> {
            // not in this test
        });
        pane.showFailure("The search failed", new Failure("no such host", new IllegalStateException()), again);
    }

    private Link link() {
        List<Link> links = new ArrayList<>();
        Ui.collect(pane, Link.class, links);
        return links.getFirst();
    }

    private static Control focus() {
        return Display.getCurrent().getFocusControl();
    }
}
