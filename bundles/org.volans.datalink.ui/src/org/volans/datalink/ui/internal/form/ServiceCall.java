package org.volans.datalink.ui.internal.form;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.datalink.ServiceInput;
import org.volans.api.datalink.SodaOutcome;
import org.volans.api.datalink.SodaService;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.net.HttpCall;
import org.volans.datalink.ui.internal.Downloads;
import org.volans.datalink.ui.internal.LinkWords;
import org.volans.ui.project.ProjectFolder;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;

/**
 * A call of a service with what the form holds. Blocks.
 *
 * @param descriptor of the service
 * @param id         of the data set, or empty
 * @param answers    what the user filled in
 * @param given      what the row gives, by column ID
 * @param title      what the file is called
 */
record ServiceCall(ServiceDescriptor descriptor, String id, Answers answers, Map<String, String> given, String title) {

    /**
     * How it ended.
     *
     * @param file  what came; empty when there is nothing there
     * @param words of the service, when there is nothing there
     */
    record End(Optional<IFile> file, String words) {}

    End run(SodaService soda, Downloads downloads, ProjectFolder project, IProgressMonitor monitor) throws VoException {
        return soda.isSoda(descriptor) ? cutout(soda, downloads, project, monitor) : get(downloads, monitor);
    }

    private End cutout(SodaService soda, Downloads downloads, ProjectFolder project, IProgressMonitor monitor)
            throws VoException {
        Instant start = Instant.now();
        IFile file = project.newFile(ProjectFolder.IMAGES, stem(), "fits");
        SodaOutcome outcome = soda.cutout(answers.soda(descriptor, id), ProjectFolder.path(file), monitor);
        return switch (outcome) {
            case SodaOutcome.NoOverlap none -> new End(Optional.empty(), none.message());
            case SodaOutcome.Data data -> {
                String extension = LinkWords.extension(data.mediaType(), "fits");
                IFile kept = extension.equals("fits")
                        ? downloads.zippedOrNot(file, ProjectFolder.IMAGES, stem(), extension)
                        : downloads.renamed(file, ProjectFolder.RESULTS, stem(), extension);
                downloads.arrived(kept, data.request(), "cutout of " + title, start);
                yield new End(Optional.of(kept), "");
            }
        };
    }

    private String stem() {
        return "cutout-"
                + answers.region()
                        .map(r -> r.boundingCircle().center().toString().replace(' ', '_'))
                        .orElse(title);
    }

    private End get(Downloads downloads, IProgressMonitor monitor) throws VoException {
        String url = descriptor.getAccessUrl();
        if (url == null || !url.strip().matches("(?i)https?://.+")) {
            throw new InputException("the descriptor of the service has no http URL: '" + url + "'");
        }
        List<ServiceInput> inputs = ServiceInput.of(descriptor);
        List<Field> fields = new ArrayList<>();
        for (ServiceInput input : inputs) {
            if (input.kind() == ServiceInput.Kind.FIXED) {
                String value = input.ref().isEmpty() ? input.value() : given.getOrDefault(input.ref(), input.value());
                if (!value.isEmpty()) {
                    fields.add(new Field(input.name(), value));
                }
            }
        }
        fields.addAll(answers.fields(inputs));
        try {
            HttpCall call = HttpCall.get(URI.create(url.strip()), fields);
            String type = descriptor.getContentType() == null ? "" : descriptor.getContentType();
            return new End(Optional.of(downloads.fetch(call, title, type, "answer of a service", monitor)), "");
        } catch (IllegalArgumentException e) {
            throw new InputException("the descriptor of the service has no http URL: '" + url + "'", e);
        }
    }
}
