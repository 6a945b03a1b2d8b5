package org.volans.discovery.ui.internal.photometry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.volans.api.photometry.PhotometryCandidate;
import org.volans.api.photometry.PhotometryTable;

/** The candidates, best first. UI thread only. */
@NonNullByDefault({})
final class CandidateList {

    /** Branches of the UCD tree {@code em} as people call them. */
    private static final Map<String, String> BRANCHES = Map.of(
            "opt",
            "optical",
            "ir",
            "infrared",
            "uv",
            "ultraviolet",
            "mm",
            "millimetre",
            "x-ray",
            "X-ray",
            "gamma",
            "gamma ray");

    private final TableViewer viewer;

    /**
     * @param changed  told when another one is selected
     * @param accepted told of a double click
     */
    CandidateList(Composite parent, Runnable changed, Runnable accepted) {
        TableColumnLayout layout = new TableColumnLayout();
        parent.setLayout(layout);
        viewer = new TableViewer(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER);
        viewer.getTable().setHeaderVisible(true);
        viewer.getTable().setData("org.volans.id", "photometry.candidates");
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        column(layout, "Table", 24, 120, c -> c.table().name());
        column(layout, "Resource", 40, 160, PhotometryCandidate::resource);
        column(layout, "Bands", 26, 110, CandidateList::bands);
        column(layout, "Columns", 8, 66, CandidateList::columns);
        viewer.addSelectionChangedListener(e -> changed.run());
        viewer.addDoubleClickListener(e -> accepted.run());
    }

    private void column(
            TableColumnLayout layout, String title, int weight, int least, Function<PhotometryCandidate, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, least));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((PhotometryCandidate) element);
            }

            @Override
            public String getToolTipText(Object element) {
                return text.apply((PhotometryCandidate) element);
            }
        });
    }

    /** {@code optical u b r i, radio 750-1500 MHz}: the words by the branches that they share. */
    static String bands(PhotometryCandidate candidate) {
        Map<String, List<String>> branches =
                candidate.photometry().map(PhotometryTable::bands).orElse(List.of()).stream()
                        .map(word -> word.split("\\.", 3))
                        .collect(Collectors.groupingBy(
                                parts -> parts.length < 2 ? "" : BRANCHES.getOrDefault(parts[1], parts[1]),
                                LinkedHashMap::new,
                                Collectors.mapping(
                                        parts -> parts.length < 3 ? "" : unit(parts[2]), Collectors.toList())));
        return branches.isEmpty()
                ? "not listed"
                : branches.entrySet().stream()
                        .map(e -> (e.getKey() + " " + String.join(" ", e.getValue())).strip())
                        .collect(Collectors.joining(", "));
    }

    /** {@code 100-200 MHz} of a word that may have come in lower case, as UCDs are compared. */
    private static String unit(String band) {
        return band.replaceFirst("(?i)mhz$", " MHz").replaceFirst("(?i)ghz$", " GHz");
    }

    private static String columns(PhotometryCandidate candidate) {
        int columns = candidate.table().columns().size();
        return columns == 0 ? "" : Integer.toString(columns);
    }

    /** Shows candidates and selects the first. */
    void show(List<PhotometryCandidate> candidates) {
        viewer.setInput(candidates);
        if (!candidates.isEmpty()) {
            viewer.setSelection(new StructuredSelection(candidates.getFirst()), true);
        }
    }

    /** The selected one. */
    Optional<PhotometryCandidate> selected() {
        return Optional.ofNullable(
                (PhotometryCandidate) viewer.getStructuredSelection().getFirstElement());
    }
}
