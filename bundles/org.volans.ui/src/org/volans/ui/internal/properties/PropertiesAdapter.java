package org.volans.ui.internal.properties;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertySheet;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.PositionText;
import org.volans.api.registry.RegistryRecord;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.selection.TableRow;
import org.volans.ui.widgets.Count;

/** What the standard Properties view shows of rows, tables, positions and registry records. UI thread only. */
@NonNullByDefault({})
public final class PropertiesAdapter implements IAdapterFactory {

    private final RowFacts rows = new RowFacts(PropertiesAdapter::refresh);

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IPropertySource.class};
    }

    @Override
    public <T> T getAdapter(Object thing, Class<T> type) {
        if (type != IPropertySource.class || Display.getCurrent() == null) {
            return null;
        }
        return switch (thing) {
            case TableRow row -> type.cast(rows.asked(row));
            case OpenTable table -> type.cast(new Facts(table(table), table.name()));
            case SkyPoint point -> type.cast(new Facts(point(point), point.origin()));
            case RegistryRecord resource -> type.cast(new Facts(resource(resource), resource.title()));
            default -> null;
        };
    }

    private static void refresh() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        if (page != null
                && page.findView(IPageLayout.ID_PROP_SHEET) instanceof PropertySheet sheet
                && sheet.getCurrentPage() instanceof PropertySheetPage shown
                && !shown.getControl().isDisposed()) {
            shown.refresh();
        }
    }

    private static List<Fact> table(OpenTable table) {
        List<Fact> facts = new ArrayList<>();
        long rows = table.table().getRowCount();
        add(facts, "Table", table.name());
        add(facts, "Rows", rows < 0 ? "not counted" : Count.of(rows));
        add(facts, "Columns", Integer.toString(table.table().getColumnCount()));
        add(facts, "File", table.file().map(f -> f.getFullPath().toString()).orElse(""));
        add(facts, "About", table.context().strip());
        return facts;
    }

    private static List<Fact> point(SkyPoint point) {
        Position position = point.position();
        return List.of(
                new Fact("ICRS, degrees", position.toString()),
                new Fact("ICRS, sexagesimal", PositionText.sexagesimal(position, 2)),
                new Fact("Galactic, degrees", PositionText.galactic(position, 6)),
                new Fact("Pointed at in", point.origin()));
    }

    private static List<Fact> resource(RegistryRecord resource) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Title", resource.title());
        add(facts, "Short name", resource.shortName());
        add(facts, "Identifier", resource.ivoid());
        add(facts, "Type", resource.type());
        add(facts, "Description", resource.description());
        add(facts, "Publisher", resource.publisher());
        add(facts, "Creators", resource.creators());
        add(facts, "Wavebands", String.join(", ", resource.wavebands()));
        add(facts, "Subjects", String.join(", ", resource.subjects()));
        add(facts, "Reference", resource.referenceUrl());
        add(facts, "Updated", resource.updated());
        List<Fact> interfaces = new ArrayList<>();
        for (RegistryRecord.Interface access : resource.interfaces()) {
            String standard = access.standardId().isEmpty() ? "Other" : access.standardId();
            String models = access.dataModels().isEmpty() ? "" : "  (" + String.join(", ", access.dataModels()) + ")";
            interfaces.add(new Fact(standard, access.accessUrl() + models));
        }
        if (!interfaces.isEmpty()) {
            facts.add(new Fact("Interfaces", Integer.toString(interfaces.size()), "", interfaces));
        }
        return facts;
    }

    private static void add(List<Fact> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(name, value));
        }
    }
}
