package org.volans.registry.ui.internal;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.widgets.Tone;

/** The line below the list: how many there are, what can be done about it, which registry is asked. UI thread only. */
final class StatusBar extends Composite {

    private final Link text;
    private final ToolItem registry;
    private List<Choice> choices = List.of();

    /** @param chooser opens the list of registries at a place on the display */
    StatusBar(Composite parent, Consumer<Rectangle> chooser) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .extendedMargins(6, 2, 0, 0)
                .applyTo(this);
        text = new Link(this, SWT.WRAP);
        text.setData("org.volans.id", "registry.status");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(text);
        text.addListener(
                SWT.Selection, e -> choices.get(Integer.parseInt(e.text)).run().run());
        ToolBar bar = new ToolBar(this, SWT.FLAT | SWT.RIGHT);
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(bar);
        registry = new ToolItem(bar, SWT.PUSH);
        registry.setData("org.volans.id", "registry.choice");
        registry.addListener(SWT.Selection, e -> {
            Rectangle area = registry.getBounds();
            var corner = bar.toDisplay(area.x, area.y);
            chooser.accept(new Rectangle(corner.x, corner.y, area.width, area.height));
        });
    }

    /** Which registry is asked. */
    void registry(String name, String url) {
        registry.setText(name + " \u25be");
        registry.setToolTipText("Asked is " + url + ". Click to ask another registry.");
        layout(true);
    }

    /** Says one line with things to do behind it. */
    void say(String words, Choice... todo) {
        choices = List.of(todo);
        String links = IntStream.range(0, todo.length)
                .mapToObj(i -> "  <a href=\"" + i + "\">" + todo[i].label() + "</a>")
                .collect(Collectors.joining());
        // what services say is no mark-up
        String shown = words.replace("<", "\u2039").replace(">", "\u203a").replace("&", "&&") + links;
        if (!shown.equals(text.getText())) {
            text.setText(shown);
            Tone.MUTED.on(text);
            requestLayout();
        }
    }
}
