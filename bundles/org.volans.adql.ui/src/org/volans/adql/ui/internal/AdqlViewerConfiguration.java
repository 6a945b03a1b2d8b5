package org.volans.adql.ui.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.DefaultIndentLineAutoEditStrategy;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContentAssistant;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.quickassist.IQuickAssistAssistant;
import org.eclipse.jface.text.quickassist.QuickAssistAssistant;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;
import org.volans.adql.ui.internal.assist.Assist;
import org.volans.adql.ui.internal.assist.Assistant;
import org.volans.adql.ui.internal.assist.Hover;
import org.volans.adql.ui.internal.assist.QuickFixes;
import org.volans.adql.ui.internal.assist.Surroundings;
import org.volans.adql.ui.internal.assist.Templates;
import org.volans.adql.ui.internal.text.AutoClose;
import org.volans.adql.ui.internal.text.Partitions;
import org.volans.adql.ui.internal.text.WordScanner;
import org.volans.api.adql.AdqlService;
import org.volans.api.adql.AdqlToken.Kind;
import org.volans.ui.widgets.Palette;

/** What the text viewer of a query has. */
@NonNullByDefault({})
final class AdqlViewerConfiguration extends TextSourceViewerConfiguration {

    private static final int AUTO_ACTIVATION_MS = 150;

    private final AdqlService adql;
    private final Surroundings around;
    private final Templates templates;

    private @Nullable Assistant open;

    AdqlViewerConfiguration(IPreferenceStore preferences, AdqlService adql, Surroundings around, Templates templates) {
        super(preferences);
        this.adql = adql;
        this.around = around;
        this.templates = templates;
    }

    @Override
    public String getConfiguredDocumentPartitioning(ISourceViewer viewer) {
        return Partitions.PARTITIONING;
    }

    @Override
    public String[] getConfiguredContentTypes(ISourceViewer viewer) {
        return Partitions.types();
    }

    @Override
    public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
        PresentationReconciler reconciler = new PresentationReconciler();
        reconciler.setDocumentPartitioning(Partitions.PARTITIONING);
        Kind[] kinds = {Kind.NAME, Kind.COMMENT, Kind.STRING, Kind.DELIMITED};
        for (int i = 0; i < kinds.length; i++) {
            DefaultDamagerRepairer repairer = new DefaultDamagerRepairer(new WordScanner(
                    adql, kinds[i], () -> Palette.of(viewer.getTextWidget()).dark()));
            reconciler.setDamager(repairer, Partitions.types()[i]);
            reconciler.setRepairer(repairer, Partitions.types()[i]);
        }
        return reconciler;
    }

    @Override
    public IContentAssistant getContentAssistant(ISourceViewer viewer) {
        Assistant assistant = new Assistant();
        open = assistant;
        assistant.setDocumentPartitioning(Partitions.PARTITIONING);
        IContentAssistProcessor processor = new Assist(adql, around, templates);
        assistant.setContentAssistProcessor(processor, Partitions.types()[0]);
        assistant.setContentAssistProcessor(processor, Partitions.DELIMITED);
        assistant.enableAutoActivation(true);
        assistant.setAutoActivationDelay(AUTO_ACTIVATION_MS);
        assistant.enableColoredLabels(true);
        assistant.setProposalPopupOrientation(IContentAssistant.PROPOSAL_OVERLAY);
        assistant.setInformationControlCreator(shell -> new DefaultInformationControl(shell, false));
        assistant.setEmptyMessage("Nothing fits here");
        return assistant;
    }

    /** More is known: a list that is open shows it. */
    void refreshAssist() {
        if (open != null) {
            open.refresh();
        }
    }

    @Override
    public IQuickAssistAssistant getQuickAssistAssistant(ISourceViewer viewer) {
        QuickAssistAssistant assistant = new QuickAssistAssistant();
        assistant.setQuickAssistProcessor(new QuickFixes());
        assistant.setInformationControlCreator(shell -> new DefaultInformationControl(shell, false));
        return assistant;
    }

    @Override
    public ITextHover getTextHover(ISourceViewer viewer, String contentType) {
        return new Hover(adql, around);
    }

    @Override
    public IAutoEditStrategy[] getAutoEditStrategies(ISourceViewer viewer, String contentType) {
        return new IAutoEditStrategy[] {new AutoClose(), new DefaultIndentLineAutoEditStrategy()};
    }

    /** Words of queries are no prose: spelling is not checked. */
    @Override
    public @Nullable IReconciler getReconciler(ISourceViewer viewer) {
        return null;
    }
}
