package org.volans.adql.ui.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.IVerticalRuler;
import org.eclipse.jface.text.source.MatchingCharacterPainter;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.ide.ResourceUtil;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.services.IServiceLocator;
import org.eclipse.ui.texteditor.AbstractDecoratedTextEditorPreferenceConstants;
import org.volans.adql.ui.internal.meta.ServiceMeta;
import org.volans.adql.ui.internal.text.Partitions;
import org.volans.api.adql.AdqlService;
import org.volans.api.table.TableService;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.services.ServiceList;
import org.volans.ui.widgets.Palette;
import org.volans.ui.widgets.StatePane;
import org.volans.ui.widgets.ThemeWatch;
import org.volans.ui.work.Failure;

/** A query file: the text, and above it whom to ask. What it does is in {@link QueryDesk}. UI thread only. */
@NonNullByDefault({})
public final class AdqlEditor extends TextEditor {

    private static final String CONTEXT = "org.volans.adql.ui.context";
    private static final char[] PAIRS = {'(', ')', '[', ']'};

    private @Nullable QueryDesk desk;

    @Override
    protected void initializeEditor() {
        super.initializeEditor();
        EditorsUI.getPreferenceStore()
                .setDefault(AbstractDecoratedTextEditorPreferenceConstants.EDITOR_LINE_NUMBER_RULER, true);
        setEditorContextMenuId("#AdqlEditorContext");
        setHelpContextId("org.volans.help.adql");
    }

    @Override
    protected void initializeKeyBindingScopes() {
        setKeyBindingScopes(new String[] {CONTEXT});
    }

    @Override
    protected void setDocumentProvider(IEditorInput input) {
        setDocumentProvider(new AdqlDocuments());
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        AdqlService adql = getSite().getService(AdqlService.class);
        QueryDesk made = new QueryDesk(this, page, services(adql));
        desk = made;
        AdqlViewerConfiguration configuration =
                new AdqlViewerConfiguration(EditorsUI.getPreferenceStore(), adql, made.surroundings(), made.patterns());
        made.whenMoreIsKnown(configuration::refreshAssist);
        setSourceViewerConfiguration(configuration);
        Composite text = new Composite(page, SWT.NONE);
        text.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
        super.createPartControl(text);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, "org.volans.help.adql");
        made.opened(file());
    }

    private QueryDesk.Services services(AdqlService adql) {
        IServiceLocator site = getSite();
        return new QueryDesk.Services(
                adql,
                site.getService(TableService.class),
                site.getService(OpenTables.class),
                site.getService(ServiceList.class),
                site.getService(ServiceMeta.class),
                site.getService(ProjectFolder.class));
    }

    @Override
    protected ISourceViewer createSourceViewer(Composite parent, IVerticalRuler ruler, int styles) {
        ISourceViewer viewer = super.createSourceViewer(parent, ruler, styles);
        if (viewer instanceof SourceViewer source) {
            DefaultCharacterPairMatcher matcher = new DefaultCharacterPairMatcher(PAIRS, Partitions.PARTITIONING, true);
            MatchingCharacterPainter painter = new MatchingCharacterPainter(viewer, matcher);
            painter.setColor(Palette.of(viewer.getTextWidget()).muted());
            ThemeWatch.on(viewer.getTextWidget(), () -> {
                painter.setColor(Palette.of(viewer.getTextWidget()).muted());
                viewer.invalidateTextPresentation();
            });
            painter.setHighlightCharacterAtCaretLocation(true);
            source.addPainter(painter);
        }
        return viewer;
    }

    @Override
    protected void doSetInput(IEditorInput input) throws CoreException {
        super.doSetInput(input);
        // also when the file is renamed or saved under another name
        if (desk != null) {
            desk.opened(file());
        }
    }

    @Override
    protected Control createStatusControl(Composite parent, IStatus status) {
        StatePane pane = new StatePane(parent);
        String words =
                "The file is not text in UTF-8, so it is no query. If it is a query in another encoding, convert it"
                        + " to UTF-8; if it is a table or an image, give it the extension of its format.\n\n"
                        + status.getMessage();
        pane.showFailure(
                getEditorInput().getName() + " cannot be shown", new Failure(words, new IllegalStateException(words)));
        if (desk != null) {
            desk.unreadable();
        }
        return pane;
    }

    @Override
    protected void createActions() {
        super.createActions();
        if (desk != null) {
            desk.activateCommands();
        }
    }

    @Override
    protected void editorContextMenuAboutToShow(IMenuManager menu) {
        super.editorContextMenuAboutToShow(menu);
        String first = menu.getItems().length == 0 ? null : menu.getItems()[0].getId();
        for (String command : List.of("run", "runSelection", "format", "toggleComment", "copyPyvo", "copyVolans")) {
            var item = new CommandContributionItem(new CommandContributionItemParameter(
                    getSite(), "adql." + command, "org.volans.adql.ui." + command, CommandContributionItem.STYLE_PUSH));
            if (first == null) {
                menu.add(item);
            } else {
                menu.insertBefore(first, item);
            }
        }
        if (first != null) {
            menu.insertBefore(first, new Separator("adql"));
        }
    }

    /** The file, when it is in the project. */
    private Optional<IFile> file() {
        return Optional.ofNullable(ResourceUtil.getFile(getEditorInput()));
    }

    /** The viewer; exists once the part has its controls. */
    ISourceViewer viewer() {
        return getSourceViewer();
    }

    @Override
    public void dispose() {
        if (desk != null) {
            desk.close();
        }
        super.dispose();
    }
}
