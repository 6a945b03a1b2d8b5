package org.volans.registry.ui.internal;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.volans.api.registry.RegistryRecord;

/** Ready-made citations of the selected records. UI thread only. */
final class CitationTab {

    private final Composite area;
    private final StyledText text;
    private final Button plain;
    private final Button bibtex;
    private List<RegistryRecord> records = List.of();

    /** @param clipboard takes what is copied */
    CitationTab(Composite parent, Consumer<String> clipboard) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .extendedMargins(0, 6, 0, 6)
                .applyTo(area);
        text = new StyledText(area, SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        text.setData("org.volans.id", "registry.citation");
        text.setMargins(8, 6, 8, 6);
        text.setFont(JFaceResources.getTextFont());
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(text);
        plain = button("Copy Citation", clipboard, this::plain);
        bibtex = button("Copy BibTeX", clipboard, this::bibtex);
        GridDataFactory.swtDefaults()
                .align(SWT.END, SWT.CENTER)
                .grab(true, false)
                .applyTo(plain);
    }

    private Button button(String words, Consumer<String> clipboard, Supplier<String> what) {
        Button button = new Button(area, SWT.PUSH);
        button.setText(words);
        button.addListener(SWT.Selection, e -> clipboard.accept(what.get()));
        return button;
    }

    Control control() {
        return area;
    }

    void show(List<RegistryRecord> selected) {
        records = selected;
        plain.setEnabled(!records.isEmpty());
        bibtex.setEnabled(!records.isEmpty());
        text.setText(records.isEmpty() ? "" : plain() + "\n\n" + bibtex());
    }

    private String plain() {
        return records.stream().map(Citation::text).collect(Collectors.joining("\n"));
    }

    private String bibtex() {
        return records.stream().map(Citation::bibtex).collect(Collectors.joining("\n"));
    }
}
