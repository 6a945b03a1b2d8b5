package org.volans.datalink.ui.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.volans.api.InputException;
import org.volans.api.datalink.ServiceInput;
import org.volans.api.datalink.ServiceInput.Kind;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Region;
import org.volans.datalink.ui.internal.Place;

/** The part of the sky: a circle, a polygon or any region, whichever the service takes (SODA 1.0, section 3.3.1). */
final class RegionField implements FormField {

    private static final String CIRCLE = "Circle";
    private static final String POLYGON = "Polygon";
    private static final String REGION = "Other region";
    private static final String WHOLE = "Everything";

    private final Combo shape;
    private final Composite stack;
    private final StackLayout pages = new StackLayout();
    private final CirclePage circle;
    private final Text vertices;
    private final Text region;
    private final Composite whole;

    /** @param inputs those that take a shape */
    RegionField(Composite form, List<ServiceInput> inputs, Supplier<List<Place>> places) {
        Widgets.label(form, "Region", "The part of the sky, ICRS");
        Composite row = Widgets.row(form, 1);
        shape = new Combo(row, SWT.READ_ONLY);
        shape.setItems(shapes(inputs).toArray(String[]::new));
        shape.select(0);
        shape.setData("org.volans.id", "links.form.shape");
        stack = new Composite(row, SWT.NONE);
        stack.setLayout(pages);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(stack);
        Optional<Circle> reach =
                inputs.stream().flatMap(i -> i.coverage().stream()).findFirst().map(Region::boundingCircle);
        circle = new CirclePage(stack, reach, places);
        vertices = page(
                "polygon", "RA Dec RA Dec RA Dec \u2026, degrees", "Vertices in degrees, counter-clockwise on the sky");
        region = page("pos", "RANGE 240 241 46 47", "CIRCLE, RANGE or POLYGON and numbers in degrees");
        whole = Widgets.row(stack, 1);
        Widgets.hint(whole, "All of the data set", 1);
        shape.addListener(SWT.Selection, e -> turn());
        turn();
    }

    private Text page(String id, String example, String hint) {
        Composite page = Widgets.row(stack, 1);
        Text text = Widgets.wide(page, id, example, 1);
        Widgets.hint(page, hint, 1);
        return text;
    }

    private static List<String> shapes(List<ServiceInput> inputs) {
        List<String> shapes = new ArrayList<>();
        boolean any = inputs.stream().anyMatch(i -> i.kind() == Kind.POS);
        if (any || inputs.stream().anyMatch(i -> i.kind() == Kind.CIRCLE)) {
            shapes.add(CIRCLE);
        }
        if (any || inputs.stream().anyMatch(i -> i.kind() == Kind.POLYGON)) {
            shapes.add(POLYGON);
        }
        if (any) {
            shapes.add(REGION);
        }
        shapes.add(WHOLE);
        return shapes;
    }

    private void turn() {
        pages.topControl = switch (shape.getText()) {
            case CIRCLE -> circle.control();
            case POLYGON -> vertices.getParent();
            case REGION -> region.getParent();
            default -> whole;
        };
        stack.layout();
    }

    @Override
    public void fill(Answers answers) throws InputException {
        try {
            switch (shape.getText()) {
                case CIRCLE -> answers.region(circle.region());
                case POLYGON ->
                    answers.region(Region.parse("POLYGON " + vertices.getText().replace(',', ' ')));
                case REGION -> answers.region(Region.parse(region.getText()));
                default -> {
                    // everything: the parameter is left out
                }
            }
        } catch (IllegalArgumentException e) {
            throw new InputException("Region: " + e.getMessage(), e);
        }
    }
}
