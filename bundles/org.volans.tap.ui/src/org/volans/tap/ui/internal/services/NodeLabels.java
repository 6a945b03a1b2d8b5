package org.volans.tap.ui.internal.services;

import java.util.List;
import java.util.Locale;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.StyledCellLabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.StyledString.Styler;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.TextStyle;
import org.eclipse.swt.widgets.Control;
import org.volans.ui.widgets.Icons;
import org.volans.ui.widgets.Palette;

/** Labels of the tree: the name with what the filter found in it, then what is known of it. UI thread only. */
final class NodeLabels extends StyledCellLabelProvider {

    private static final String BUNDLE = "org.volans.tap.ui";

    private static final int LONGEST_REMARK = 80;
    private static final int LONGEST_TIP = 600;
    private static final int TIP_WIDTH = 80;

    private final Control tree;
    private List<String> words = List.of();

    NodeLabels(Control tree) {
        this.tree = tree;
    }

    /** @param words lower case; they are highlighted */
    void highlight(List<String> next) {
        words = next;
    }

    @Override
    @NonNullByDefault({})
    public void update(ViewerCell cell) {
        if (cell.getElement() instanceof Node node) {
            StyledString text = text(node);
            cell.setText(text.getString());
            cell.setStyleRanges(text.getStyleRanges());
            cell.setImage(image(node));
        }
        super.update(cell);
    }

    @Override
    @NonNullByDefault({})
    public @Nullable String getToolTipText(Object element) {
        if (!(element instanceof Node node) || node.description().isBlank()) {
            return null;
        }
        String text = node.description().strip();
        return wrapped(text.length() > LONGEST_TIP ? text.substring(0, LONGEST_TIP) + "…" : text);
    }

    private static String wrapped(String text) {
        return text.replaceAll("(.{1," + TIP_WIDTH + "})(?:\\s+|$)", "$1\n").strip();
    }

    private StyledString text(Node node) {
        Palette palette = Palette.of(tree);
        if (node instanceof Note note) {
            return new StyledString(
                    note.label(),
                    switch (note.kind()) {
                        case READING, NOTHING -> colour(palette.muted());
                        case FAILURE -> colour(palette.bad());
                        case RETRY -> link(palette.accent());
                    });
        }
        StyledString text = new StyledString(node.label());
        String remark = remark(node);
        if (!remark.isEmpty()) {
            text.append("   " + remark, colour(palette.muted()));
        }
        highlight(text, palette.accent());
        return text;
    }

    private static String remark(Node node) {
        String remark = node.remark().replaceAll("\\s+", " ");
        return remark.length() > LONGEST_REMARK ? remark.substring(0, LONGEST_REMARK) + "…" : remark;
    }

    private void highlight(StyledString text, Color accent) {
        String lower = text.getString().toLowerCase(Locale.ROOT);
        if (lower.length() != text.getString().length()) {
            return; // letters that are longer in lower case: the places would not be right
        }
        for (String word : words) {
            for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length())) {
                text.setStyle(at, word.length(), strong(accent));
            }
        }
    }

    private static Styler colour(Color colour) {
        return styler(style -> style.foreground = colour);
    }

    private static Styler link(Color colour) {
        return styler(style -> {
            style.foreground = colour;
            style.underline = true;
        });
    }

    private static Styler strong(Color colour) {
        return styler(style -> {
            style.foreground = colour;
            style.font = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
        });
    }

    private static Styler styler(java.util.function.Consumer<TextStyle> apply) {
        return new Styler() {
            @Override
            @NonNullByDefault({})
            public void applyStyles(TextStyle style) {
                apply.accept(style);
            }
        };
    }

    static @Nullable Image image(Node node) {
        return switch (node) {
            case ServiceNode service ->
                Icons.image(BUNDLE, service.state() == Branch.State.FAILED ? "service_failed" : "service");
            case SchemaNode schema -> Icons.image(BUNDLE, "schema");
            case GroupNode group -> Icons.image(BUNDLE, "schema");
            case TableNode table -> Icons.image(BUNDLE, table.isView() ? "view" : "table");
            case ColumnNode column ->
                Icons.image(BUNDLE, column.isKey() ? "key" : column.meta().indexed() ? "indexed" : "column");
            case ExamplesNode examples -> Icons.image(BUNDLE, "examples");
            case ExampleNode example -> Icons.image(BUNDLE, "example");
            case Note note -> note.kind() == Note.Kind.FAILURE ? Icons.image(BUNDLE, "failure") : null;
        };
    }
}
