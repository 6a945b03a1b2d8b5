package org.volans.samp.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampListener;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampRecorder;
import org.volans.api.samp.SampService;
import org.volans.api.samp.SampState;

/** Listens and writes down; says again by the service itself. */
@Component(service = {SampRecorder.class, SampListener.class})
public final class SampRecorderProvider implements SampRecorder, SampListener {

    private static final Logger LOG = Logger.getLogger(SampRecorderProvider.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SampService samp;
    private final List<RecordingFile> recordings = new CopyOnWriteArrayList<>();

    /** Makes the service. */
    @Activate
    public SampRecorderProvider(@Reference SampService samp) {
        this.samp = samp;
    }

    /** Ends what is being recorded. */
    @Deactivate
    void close() {
        for (RecordingFile recording : recordings) {
            try {
                recording.close();
            } catch (InputException e) {
                LOG.log(Level.WARNING, e.getMessage(), e);
            }
        }
    }

    @Override
    public void changed() {
        // who is there is not recorded
    }

    @Override
    public void exchanged(SampExchange exchange) {
        if (exchange.duration().isPresent()) {
            recordings.forEach(recording -> recording.write(exchange));
        }
    }

    @Override
    public Recording record(Path file) throws InputException {
        RecordingFile recording = new RecordingFile(file, recordings::remove);
        recordings.add(recording);
        return recording;
    }

    @Override
    public List<SampExchange> read(Path file) throws InputException {
        return RecordingFile.read(file);
    }

    @Override
    public List<SampExchange> replay(List<SampExchange> exchanges, Optional<SampClient> to, IProgressMonitor monitor)
            throws VoException {
        SubMonitor progress = SubMonitor.convert(monitor, exchanges.size());
        List<SampExchange> said = new ArrayList<>();
        for (SampExchange exchange : exchanges) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            String mtype = exchange.message().mtype();
            if (to.isEmpty() || to.get().understands(mtype)) {
                said.addAll(say(exchange, to, monitor));
            }
            progress.worked(1);
        }
        return said;
    }

    private List<SampExchange> say(SampExchange again, Optional<SampClient> to, IProgressMonitor monitor)
            throws ServiceException {
        // one of its own: so it is found again among all that is said meanwhile
        SampMessage message =
                new SampMessage(again.message().mtype(), again.message().params());
        try {
            send(message, again.answered(), to, monitor);
        } catch (ServiceException e) {
            if (!(samp.state() instanceof SampState.Joined)) {
                throw e;
            }
            LOG.log(Level.FINE, "said again in vain; the exchange says so", e);
        }
        return samp.exchanges().stream()
                .filter(exchange -> exchange.message() == message)
                .toList();
    }

    private void send(SampMessage message, boolean answered, Optional<SampClient> to, IProgressMonitor monitor)
            throws ServiceException {
        if (to.isEmpty() && answered) {
            samp.callAll(message, PATIENCE, monitor);
        } else if (to.isEmpty()) {
            samp.notifyAll(message);
        } else if (answered) {
            samp.call(to.get(), message, PATIENCE, monitor);
        } else {
            samp.notify(to.get(), message);
        }
    }
}
