package org.volans.adql.ui.internal;

import java.util.ArrayList;
import java.util.List;
import org.volans.adql.ui.internal.assist.Templates;
import org.volans.adql.ui.internal.bar.QueryBar.Entry;
import org.volans.adql.ui.internal.meta.Known;

/** What the bar's drop-down offers: templates, and the examples of the service as far as they are known. UI thread only. */
final class TemplateMenu {

    private final AdqlEditor editor;
    private final EditorCommands commands;
    private final Knowledge knowledge;
    private final Templates templates;

    TemplateMenu(AdqlEditor editor, EditorCommands commands, Knowledge knowledge, Templates templates) {
        this.editor = editor;
        this.commands = commands;
        this.knowledge = knowledge;
        this.templates = templates;
    }

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        Templates.all()
                .forEach(t -> entries.add(new Entry("Templates", t.getName(), t.getDescription(), () -> {
                    editor.setFocus();
                    templates.insert(t, editor.viewer());
                })));
        Known known = knowledge.known();
        String group = "Examples of " + knowledge.service();
        known.examples()
                .forEach(e -> entries.add(new Entry(
                        group,
                        e.name(),
                        e.description(),
                        () -> commands.insert(e.query().strip() + "\n"))));
        if (known.loading() && known.examples().isEmpty()) {
            entries.add(new Entry(group, "Loading…", "", () -> {
                // says that there will be more
            }));
        }
        return entries;
    }
}
