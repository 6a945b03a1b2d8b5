package org.volans.handlers.ui.internal.host;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.VoException;
import org.volans.api.WorkbenchCondition;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerHost;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.ResultViewer;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;
import org.volans.ui.services.RegistryChoice;

/** Gives handlers places in the project, and what they make to the viewer for it. */
@Component(property = "service.ranking:Integer=100")
@SatisfyingConditionTarget(WorkbenchCondition.TARGET)
public final class WorkbenchHost implements HandlerHost {

    private final ProjectFolder project;
    private final RegistryChoice registry;

    /** In ascending order of ranking. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<ResultViewer> viewers = List.of();

    @Activate
    public WorkbenchHost(@Reference ProjectFolder project, @Reference RegistryChoice registry) {
        this.project = project;
        this.registry = registry;
    }

    @Override
    public Path newFile(String stem, String extension) throws OutputException {
        boolean image = extension.toLowerCase(Locale.ROOT).startsWith("fit");
        String folder = image ? ProjectFolder.IMAGES : ProjectFolder.RESULTS;
        return ProjectFolder.path(project.newFile(folder, stem, extension));
    }

    @Override
    public URI registry() {
        return registry.current();
    }

    @Override
    public List<Path> take(HandlerEvent event, String handler, HandlerResult result, IProgressMonitor monitor)
            throws VoException {
        ResultViewer viewer = List.copyOf(viewers).reversed().stream()
                .filter(v -> v.shows(handler, result))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "nothing here shows " + result.getClass().getSimpleName()));
        if (result instanceof HandlerResult.Image image) {
            settle(event, handler, image);
        }
        return viewer.show(event, handler, result, monitor);
    }

    /** Tells the workspace of a file that a handler has written into the project. */
    private void settle(HandlerEvent event, String handler, HandlerResult.Image image) throws VoException {
        Optional<IFile> file =
                ProjectFolder.file(image.file()).filter(f -> f.getProject().equals(project.project()));
        if (file.isPresent() && project.provenance(file.get()).isEmpty()) {
            Map<String, String> more =
                    Map.of("made by", handler, "for", event.source().name());
            project.arrived(file.get(), Provenance.since(Instant.now(), "", image.title(), -1, false, more));
        }
    }
}
