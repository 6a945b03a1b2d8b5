package org.volans.datalink.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.datalink.SodaOutcome;
import org.volans.api.datalink.SodaRequest;
import org.volans.api.datalink.SodaService;
import org.volans.api.io.WholeFile;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;
import org.volans.api.table.TableService;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;
import uk.ac.starlink.votable.datalink.ServiceParam;

/** Synchronous SODA 1.0. */
@Component
public final class SodaProvider implements SodaService {

    /** Longer URLs are refused by some servers; a polygon of many corners goes as a form. */
    private static final int LONGEST_URL = 4000;

    private final HttpService http;
    private final TableService tables;

    /**
     * @param http   asks
     * @param tables reads errors that come as VOTables
     */
    @Activate
    public SodaProvider(@Reference HttpService http, @Reference TableService tables) {
        this.http = http;
        this.tables = tables;
    }

    @Override
    public boolean isSoda(ServiceDescriptor descriptor) {
        if (Cells.given(descriptor.getAccessUrl()).isEmpty()) {
            return false;
        }
        String standard = Cells.lower(descriptor.getStandardId());
        if (!standard.isBlank()) {
            // the identifier of an asynchronous service differs by its fragment only
            return standard.contains("ivoa.net/std/soda") && !standard.contains("#async");
        }
        for (ServiceParam param : descriptor.getInputParams()) {
            String name = Cells.lower(param.getName());
            if (name.equals("circle") || name.equals("polygon") || name.equals("pos")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public SodaOutcome cutout(SodaRequest request, Path target, IProgressMonitor monitor) throws VoException {
        URI service = Cells.given(request.service().getAccessUrl())
                .flatMap(Uris::http)
                .orElseThrow(() -> new InputException("the descriptor of the cutout service has no http URL: '"
                        + request.service().getAccessUrl() + "'"));
        SodaParameters parameters = new SodaParameters(request);
        List<Field> fields = parameters.fields();
        HttpCall get = HttpCall.get(service, fields).timeout(request.timeout());
        URI asked = get.uri();
        Optional<String> outside = parameters.outside();
        if (outside.isPresent()) {
            return new SodaOutcome.NoOverlap(asked, outside.get());
        }
        HttpCall call = asked.toString().length() <= LONGEST_URL
                ? get
                : HttpCall.post(service, fields).timeout(request.timeout()).repeatable(true);
        try (WholeFile file = WholeFile.begin(target);
                HttpAnswer answer = http.send(call, monitor)) {
            return receive(answer, asked, target, file, monitor);
        } catch (ServiceException e) {
            if (e.status() >= 400 && Refusal.nothingThere(e.getMessage())) {
                return new SodaOutcome.NoOverlap(asked, e.getMessage());
            }
            throw e;
        }
    }

    private SodaOutcome receive(HttpAnswer answer, URI asked, Path target, WholeFile file, IProgressMonitor monitor)
            throws VoException {
        if (answer.status() == 204) {
            return new SodaOutcome.NoOverlap(asked, "the data set has nothing there (status 204)");
        }
        long bytes = fetch(answer, target, file, monitor);
        CutoutAnswer judged = new CutoutAnswer(answer.uri(), answer.status(), answer.mediaType(), file.part());
        Optional<String> words = words(judged, target, monitor);
        if (words.isPresent()) {
            if (Refusal.nothingThere(words.get())) {
                return new SodaOutcome.NoOverlap(asked, words.get());
            }
            throw judged.failure(words.get());
        }
        file.keep();
        return new SodaOutcome.Data(asked, target, answer.mediaType(), bytes);
    }

    private static long fetch(HttpAnswer answer, Path target, WholeFile file, IProgressMonitor monitor)
            throws VoException {
        SubMonitor progress = SubMonitor.convert(monitor, "Receiving " + target.getFileName(), 1);
        try (OutputStream out = Files.newOutputStream(file.part())) {
            return answer.copyTo(out, progress.split(1));
        } catch (IOException e) {
            throw file.fault(e);
        }
    }

    private Optional<String> words(CutoutAnswer judged, Path target, IProgressMonitor monitor) throws VoException {
        try {
            return judged.words(tables, monitor);
        } catch (IOException e) {
            throw new InputException("cannot read back what was written for '" + target + "': " + e.getMessage(), e);
        }
    }
}
