package org.volans.registry.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.volans.api.registry.RegistryRecord;
import org.volans.ui.widgets.Palette;
import org.volans.ui.widgets.ThemeWatch;

/** What a record says of itself, as text that can be selected, with its page as a link. UI thread only. */
final class AboutTab {

    private final StyledText text;
    private final int indent;
    private final Consumer<String> browser;
    private final StringBuilder words = new StringBuilder();
    private final List<StyleRange> styles = new ArrayList<>();

    /** @param browser opens a page */
    AboutTab(Composite parent, Consumer<String> browser) {
        this.browser = browser;
        text = new StyledText(parent, SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        text.setData("org.volans.id", "registry.about");
        text.setMargins(8, 6, 8, 6);
        text.setLineSpacing(2);
        ThemeWatch.on(text, this::recolour);
        indent = widest();
        text.setTabStops(new int[] {indent});
        text.setCaret(null);
        text.addListener(SWT.MouseUp, this::clicked);
        text.addListener(
                SWT.MouseMove,
                e -> text.setCursor(link(e).isPresent() ? text.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null));
    }

    /** Where values of fields begin: behind the longest label. */
    private int widest() {
        GC gc = new GC(text);
        gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        int width = gc.textExtent("Short name").x + 12;
        gc.dispose();
        return width;
    }

    Control control() {
        return text;
    }

    /** Of none or several, only their titles. */
    void several(List<RegistryRecord> records) {
        words.setLength(0);
        styles.clear();
        if (records.isEmpty()) {
            note("Select a resource to see what it is.");
        } else {
            title(records.size() + " resources selected");
            records.forEach(r -> words.append(r.title()).append('\n'));
            flush();
        }
    }

    void show(RegistryRecord record) {
        int top = text.getTopPixel();
        boolean same = words.toString().contains(record.ivoid() + "\n");
        words.setLength(0);
        styles.clear();
        title(record.title());
        if (!record.description().isEmpty()) {
            words.append(paragraphs(record.description())).append("\n\n");
        }
        field("Reference", record.referenceUrl(), record.referenceUrl());
        field("Creators", record.creators(), "");
        field("Publisher", record.publisher(), "");
        field("Subjects", String.join(", ", record.subjects()), "");
        field("Waveband", String.join(", ", record.wavebands()), "");
        field("Services", Facet.types(record), "");
        field("Short name", record.shortName(), "");
        field("Identifier", record.ivoid(), "");
        field("Type", record.type(), "");
        field("Updated", record.updated().replace('T', ' '), "");
        flush();
        if (same) {
            text.setTopPixel(top);
        }
    }

    private void title(String title) {
        String line = title.replaceAll("\\s+", " ");
        bold(line);
        words.append("\n\n");
    }

    private void bold(String line) {
        StyleRange label = new StyleRange();
        label.start = words.length();
        label.length = line.length();
        label.font = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
        styles.add(label);
        words.append(line);
    }

    /** Adds a muted line. */
    void note(String line) {
        int start = words.length();
        words.append(line).append('\n');
        StyleRange range = new StyleRange();
        range.start = start;
        range.length = line.length();
        range.foreground = Palette.of(text).muted();
        styles.add(range);
        flush();
    }

    /** Records break lines in the middle of paragraphs; an empty line parts paragraphs. */
    private static String paragraphs(String description) {
        return description
                .replaceAll("\\r\\n?", "\n")
                .replaceAll("[ \\t]*\\n[ \\t]*\\n\\s*", "\u2029")
                .replaceAll("\\s+", " ")
                .replace("\u2029", "\n\n")
                .strip();
    }

    private void field(String name, String value, String link) {
        if (value.isBlank()) {
            return;
        }
        bold(name);
        words.append('\t');
        if (!link.isEmpty()) {
            StyleRange range = new StyleRange();
            range.start = words.length();
            range.length = value.length();
            range.underline = true;
            range.underlineStyle = SWT.UNDERLINE_LINK;
            range.foreground = Palette.of(text).accent();
            range.data = link;
            styles.add(range);
        }
        words.append(value.replaceAll("\\s+", " ")).append('\n');
    }

    private void flush() {
        text.setText(words.toString());
        text.setStyleRanges(styles.toArray(StyleRange[]::new));
        for (int line = 0; line < text.getLineCount(); line++) {
            if (text.getLine(line).contains("\t")) {
                text.setLineWrapIndent(line, 1, indent);
            }
        }
    }

    /** What has a colour is either a link or muted. */
    private void recolour() {
        Palette palette = Palette.of(text);
        styles.stream()
                .filter(s -> s.foreground != null)
                .forEach(s -> s.foreground = s.data == null ? palette.muted() : palette.accent());
        text.setStyleRanges(styles.toArray(StyleRange[]::new));
    }

    private void clicked(Event event) {
        if (event.button == 1 && text.getSelectionCount() == 0) {
            link(event).ifPresent(browser);
        }
    }

    private Optional<String> link(Event event) {
        int offset = text.getOffsetAtPoint(new Point(event.x, event.y));
        return styles.stream()
                .filter(s -> s.data instanceof String && offset >= s.start && offset < s.start + s.length)
                .map(s -> (String) s.data)
                .findFirst();
    }
}
