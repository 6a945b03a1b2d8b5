package org.volans.registry.ui.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.volans.registry.ui.internal.Shown.Column;
import org.volans.registry.ui.internal.Shown.Order;

/** What the view remembers from one opening to the next. UI thread only. */
final class ViewSettings {

    private static final String SECTION = "RegistryView";

    private final IDialogSettings section;

    ViewSettings(IDialogSettings all) {
        this.section = DialogSettings.getOrCreateSection(all, SECTION);
    }

    void save(RegistryPane pane) {
        Criteria criteria = pane.form().criteria();
        section.put("keywords", criteria.keywords());
        section.put("position", criteria.position());
        for (Facet facet : Facet.values()) {
            section.put(facet.name(), criteria.chosen(facet).toArray(String[]::new));
        }
        section.put("columns", pane.results().layout());
        Optional<Order> order = pane.results().order();
        section.put("sort", order.map(o -> o.column().name()).orElse(""));
        section.put("down", order.filter(Order::down).isPresent());
        section.put("details", pane.detailsShow());
        int[] weights = pane.weights();
        section.put("list", weights[0]);
        section.put("below", weights[1]);
    }

    /** Puts everything back and searches again for what was looked for. */
    void restore(RegistryPane pane) {
        pane.results().layout(text("columns"));
        for (Column column : Column.values()) {
            if (column.name().equals(text("sort"))) {
                pane.results().order(Optional.of(new Order(column, section.getBoolean("down"))));
            }
        }
        if (text("list").matches("[1-9]\\d{0,5}") && text("below").matches("[1-9]\\d{0,5}")) {
            pane.weights(Integer.parseInt(text("list")), Integer.parseInt(text("below")));
        }
        pane.details(!text("details").equals("false"));
        Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            String @Nullable [] values = section.getArray(facet.name());
            chosen.put(facet, values == null ? Set.of() : Set.of(values));
        }
        Criteria criteria = new Criteria(text("keywords"), text("position"), chosen);
        if (!criteria.equals(Criteria.NOTHING)) {
            pane.form().search(criteria);
        }
    }

    private String text(String key) {
        @Nullable String value = section.get(key);
        return value == null ? "" : value;
    }
}
