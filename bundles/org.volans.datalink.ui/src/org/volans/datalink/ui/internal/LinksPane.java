package org.volans.datalink.ui.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPage;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.SodaService;
import org.volans.datalink.ui.internal.form.ServiceForm;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.widgets.StatePane;
import org.volans.ui.widgets.Tone;

/** The links of a row, and below them the one that is selected: its facts, its form or its fault. UI thread only. */
final class LinksPane {

    private static final int[] WEIGHTS = {42, 58};

    private final StatePane state;
    private final SashForm sash;
    private final LinkTree tree;
    private final Label heading;
    private final Composite lower;
    private final StackLayout stack = new StackLayout();
    private final AccessDetail access;
    private final ServiceForm.Means means;
    private final Label fault;
    private final List<Place> pointed = new ArrayList<>();
    private int[] shares;
    private @Nullable Control form;
    private @Nullable RowLinks row;
    private Optional<LinkRow> selected = Optional.empty();

    /** @param chosen told of the links that the user selects */
    LinksPane(
            Composite parent,
            SodaService soda,
            Downloads downloads,
            ProjectFolder project,
            IWorkbenchPage page,
            Consumer<LinkRow> chosen) {
        state = new StatePane(parent);
        state.setData("org.volans.id", "links.state");
        Composite content = state.content();
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(content);
        heading = new Label(content, SWT.NONE);
        heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(100, SWT.DEFAULT)
                .indent(6, 3)
                .applyTo(heading);
        sash = new SashForm(content, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        Composite upper = new Composite(sash, SWT.NONE);
        upper.setLayout(new FillLayout());
        tree = new LinkTree(upper, chosen.andThen(this::select), this::open);
        lower = new Composite(sash, SWT.NONE);
        lower.setLayout(stack);
        access = new AccessDetail(lower, downloads, page);
        Composite faultBox = new Composite(lower, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(faultBox);
        fault = new Label(faultBox, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(fault);
        sash.setWeights(WEIGHTS);
        shares = sash.getWeights();
        sash.addListener(SWT.Resize, e -> share());
        contextMenu();
        means = new ServiceForm.Means(soda, downloads, project, page, this::places);
    }

    private void contextMenu() {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(m -> {
            if (selected.isPresent() && selected.get().target() instanceof LinkRow.Target.Access) {
                m.add(action("Open", access::open));
                m.add(action("Download…", access::download));
                m.add(action("Copy URL", access::copyUrl));
            }
        });
        tree.control().setMenu(menu.createContextMenu(tree.control()));
    }

    private static Action action(String label, Runnable run) {
        return new Action(label) {
            @Override
            public void run() {
                run.run();
            }
        };
    }

    StatePane state() {
        return state;
    }

    /** A position was pointed at, or an object of another table was highlighted. The newest comes first. */
    void point(Place place) {
        pointed.removeIf(p -> p.position().equals(place.position()));
        pointed.addFirst(place);
        while (pointed.size() > 6) {
            pointed.removeLast();
        }
    }

    /** What forms offer: the row's own position first. */
    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        @Nullable RowLinks now = row;
        if (now != null) {
            now.place().ifPresent(places::add);
        }
        places.addAll(pointed);
        return places;
    }

    /** Shows what a row leads to. */
    void show(RowLinks shown) {
        row = shown;
        String title = shown.name()
                + shown.place().map(p -> "   (" + p.position() + ")").orElse("");
        heading.setText(title.replace("&", "&&"));
        heading.setToolTipText(title);
        tree.show(shown.leads().links());
        state.showContent();
        tree.selectLike(selected).ifPresent(this::select);
    }

    private void select(LinkRow link) {
        selected = Optional.of(link);
        detail(link);
    }

    private void open(LinkRow link) {
        select(link);
        if (link.target() instanceof LinkRow.Target.Access) {
            access.open();
        }
    }

    private void detail(LinkRow link) {
        @Nullable Control old = form;
        form = null;
        stack.topControl = switch (link.target()) {
            case LinkRow.Target.Access a -> {
                access.show(link);
                yield access.control();
            }
            case LinkRow.Target.Service service -> {
                Control made = new ServiceForm(lower, means, service.descriptor(), link, row()).control();
                form = made;
                yield made;
            }
            case LinkRow.Target.Fault words -> {
                fault.setText(words.message().replace("&", "&&"));
                Tone.BAD.on(fault);
                yield fault.getParent();
            }
        };
        lower.layout(true, true);
        if (old != null) {
            old.dispose();
        }
        share();
        tree.control().showSelection();
    }

    /** A file's few lines leave their room to the links; forms and pictures take the larger part. */
    private void share() {
        int height = sash.getClientArea().height;
        if (height == 0 || !Arrays.equals(shares, sash.getWeights())) {
            return; // does not show yet, or the user has moved the sash
        }
        int wanted = stack.topControl == access.control() ? access.height(sash.getClientArea().width) : height;
        int least = Math.min(wanted, height * WEIGHTS[1] / (WEIGHTS[0] + WEIGHTS[1]));
        sash.setWeights(height - least, least);
        shares = sash.getWeights();
    }

    private RowLinks row() {
        @Nullable RowLinks now = row;
        if (now == null) {
            throw new IllegalStateException("a link is selected before any row's links show");
        }
        return now;
    }
}
