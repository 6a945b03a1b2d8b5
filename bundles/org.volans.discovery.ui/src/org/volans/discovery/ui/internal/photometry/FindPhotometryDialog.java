package org.volans.discovery.ui.internal.photometry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.volans.api.photometry.PhotometryCandidate;
import org.volans.api.photometry.PhotometryService;
import org.volans.api.photometry.PhotometryTable;
import org.volans.api.table.ColumnMeta;
import org.volans.discovery.ui.internal.Asked;
import org.volans.discovery.ui.internal.HereProvider;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.widgets.Count;
import org.volans.ui.widgets.StatePane;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.widgets.Tone;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/** Which photometry for which table: searches while a keyword is typed. UI thread only. */
@NonNullByDefault({})
final class FindPhotometryDialog extends TitleAreaDialog {

    private static final String NODE = "org.volans.discovery.ui";
    private static final String KEYWORD = "photometry.keyword";
    private static final String RADIUS = "photometry.radius";
    private static final Duration TYPING = Duration.ofMillis(600);
    private static final int TENTHS = 10;

    private final IEclipsePreferences settings = InstanceScope.INSTANCE.getNode(NODE);
    private final PhotometryService photometry;
    private final RegistryChoice registry;
    private final List<OpenTable> tables;
    private final Optional<OpenTable> table;

    private Combo objects;
    private Text keyword;
    private Spinner radius;
    private StatePane state;
    private CandidateList list;
    private Text details;
    private Workplace workplace;
    private Optional<Wish> wish = Optional.empty();

    FindPhotometryDialog(Shell parent, HereProvider here, PhotometryService photometry, RegistryChoice registry) {
        super(parent);
        this.photometry = photometry;
        this.registry = registry;
        this.tables = here.tables();
        this.table = here.table();
        setShellStyle(getShellStyle() | SWT.RESIZE);
        setHelpAvailable(false);
    }

    /** What the user wants, when the dialog was left by its button. */
    Optional<Wish> wish() {
        return wish;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Find Photometry");
        shell.setData("org.volans.id", "photometry.dialog");
    }

    @Override
    protected Point getInitialSize() {
        Point least = super.getInitialSize();
        return new Point(Math.max(least.x, convertHorizontalDLUsToPixels(480)), Math.max(least.y, 520));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        setTitle("Find photometry for these positions");
        setMessage(
                "The registry is searched for tables with positions and photometry. The positions are joined with the"
                        + " one you choose.");
        Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults().numColumns(4).margins(10, 10).applyTo(area);
        createInputs(area);
        state = new StatePane(area);
        GridDataFactory.fillDefaults()
                .span(4, 1)
                .grab(true, true)
                .hint(SWT.DEFAULT, 220)
                .applyTo(state);
        list = new CandidateList(state.content(), this::selected, this::accepted);
        details = new Text(area, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        Tone.MUTED.on(details);
        details.setBackground(area.getBackground());
        details.setData("org.volans.id", "photometry.details");
        GridDataFactory.fillDefaults()
                .span(4, 1)
                .grab(true, false)
                .hint(400, convertHeightInCharsToPixels(4) + 6)
                .applyTo(details);
        workplace = new Workplace(area);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(area, "org.volans.help.discovery");
        return area;
    }

    private void createInputs(Composite area) {
        label(area, "Positions &from:");
        objects = new Combo(area, SWT.READ_ONLY | SWT.DROP_DOWN);
        objects.setData("org.volans.id", "photometry.objects");
        tables.forEach(t -> objects.add(t.name() + "  (" + rows(t) + ")"));
        objects.select(Math.max(0, table.map(tables::indexOf).orElse(0)));
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).applyTo(objects);
        label(area, "&Keyword:");
        keyword = new Text(area, SWT.BORDER | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        keyword.setData("org.volans.id", "photometry.keyword");
        keyword.setText(settings.get(KEYWORD, "SDSS12"));
        keyword.setMessage("name of a survey or catalogue");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(keyword);
        keyword.addModifyListener(e -> search(TYPING));
        label(area, "&Radius in arcsec:");
        radius = new Spinner(area, SWT.BORDER);
        radius.setData("org.volans.id", "photometry.radius");
        // tenths of an arcsecond, up to two degrees
        radius.setValues(settings.getInt(RADIUS, 2 * TENTHS), 1, 7200 * TENTHS, 1, TENTHS, TENTHS);
    }

    private static String rows(OpenTable table) {
        long rows = table.table().getRowCount();
        return rows < 0 ? "rows not counted" : Count.rows(rows);
    }

    private static void label(Composite area, String text) {
        Label label = new Label(area, SWT.NONE);
        label.setText(text);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, "Find Photometry", true).setData("org.volans.id", "photometry.ok");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        getButton(IDialogConstants.OK_ID).setEnabled(false);
        search(Duration.ZERO);
    }

    private void search(Duration pause) {
        String words = keyword.getText().strip();
        getButton(IDialogConstants.OK_ID).setEnabled(false);
        details.setText("");
        if (words.isEmpty()) {
            workplace.cancel();
            state.showEmpty("What photometry?", "Type the name of a survey or catalogue, such as SDSS12 or 2MASS.");
            return;
        }
        state.showBusy("Searching " + registry.name() + " for " + words + "\u2026", this::stop);
        workplace.runAfter(
                pause,
                "Photometry for " + words,
                monitor -> photometry.candidates(words, Asked.by(registry, monitor), monitor),
                found -> show(words, found),
                this::failed);
    }

    private void stop() {
        workplace.cancel();
        state.showEmpty("Stopped", "", new Choice("Try again", () -> search(Duration.ZERO)));
    }

    private void failed(Failure failure) {
        state.showFailure("No photometry found", failure, new Choice("Try again", () -> search(Duration.ZERO)));
    }

    private void show(String words, List<PhotometryCandidate> found) {
        if (found.isEmpty()) {
            state.showEmpty(
                    "Nothing with positions and photometry",
                    registry.name() + " knows TAP services for " + words
                            + ", but none of their tables has positions and photometry. Try another keyword.");
            return;
        }
        state.showContent();
        list.show(found);
    }

    private void selected() {
        Optional<PhotometryCandidate> candidate = list.selected();
        getButton(IDialogConstants.OK_ID).setEnabled(candidate.isPresent() && !tables.isEmpty());
        details.setText(candidate.map(FindPhotometryDialog::describe).orElse(""));
    }

    private static String describe(PhotometryCandidate candidate) {
        String columns = candidate
                .photometry()
                .map(PhotometryTable::values)
                .map(values -> values.stream().map(ColumnMeta::name).collect(Collectors.joining(", ")))
                .orElse("Its columns are asked of the service.");
        String about = candidate.table().description().isBlank()
                ? candidate.table().title()
                : candidate.table().description();
        return "Photometry: " + columns + "\n" + candidate.service()
                + (candidate.why().isEmpty() ? "" : " \u2013 " + candidate.why())
                + (about.isBlank() ? "" : "\n" + about.strip());
    }

    private void accepted() {
        if (getButton(IDialogConstants.OK_ID).isEnabled()) {
            okPressed();
        }
    }

    @Override
    protected void okPressed() {
        settings.put(KEYWORD, keyword.getText().strip());
        settings.putInt(RADIUS, radius.getSelection());
        wish = list.selected()
                .map(candidate -> new Wish(
                        tables.get(objects.getSelectionIndex()), candidate, radius.getSelection() / (double) TENTHS));
        super.okPressed();
    }
}
