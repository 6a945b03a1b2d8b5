package org.volans.example.crossid.ui.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.WorkbenchCondition;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerListener;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.HandlerRun;
import org.volans.api.handler.ResultViewer;

/**
 * What the handler did last, for the view. It takes the handler's tables to itself: they would else be stored and opened, one
 * for each row. Any thread.
 */
@Component(
        service = {LatestMatches.class, HandlerListener.class, ResultViewer.class},
        property = "service.ranking:Integer=10")
@SatisfyingConditionTarget(WorkbenchCondition.TARGET)
public final class LatestMatches implements HandlerListener, ResultViewer {

    private static final String HANDLER = "org.volans.example.crossid";

    private final List<Consumer<HandlerRun>> listeners = new CopyOnWriteArrayList<>();
    private volatile Optional<HandlerRun> latest = Optional.empty();

    @Override
    public void ran(HandlerRun run) {
        if (run.handler().equals(HANDLER)) {
            latest = Optional.of(run);
            listeners.forEach(listener -> listener.accept(run));
        }
    }

    @Override
    public void changed() {
        // what was found stays found
    }

    @Override
    public boolean shows(String handler, HandlerResult result) {
        return handler.equals(HANDLER) && result instanceof HandlerResult.Table;
    }

    @Override
    public List<Path> show(HandlerEvent event, String handler, HandlerResult result, IProgressMonitor monitor)
            throws VoException {
        // what is done here opens no view that the user has closed
        if (!(event.source() instanceof EventSource.Here)) {
            try {
                PlatformUI.getWorkbench().getDisplay().syncCall(LatestMatches::openView);
            } catch (PartInitException e) {
                throw new InputException("the Cross-identification view does not open: " + e.getMessage(), e);
            }
        }
        return List.of();
    }

    /** Without taking the focus from what the user does. */
    private static IViewPart openView() throws PartInitException {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
        return window.getActivePage().showView(CrossIdView.ID, null, IWorkbenchPage.VIEW_CREATE);
    }

    /** Empty when the handler has not run yet. */
    Optional<HandlerRun> latest() {
        return latest;
    }

    /** The listener is told of each further run, in its thread. */
    void addListener(Consumer<HandlerRun> listener) {
        listeners.add(listener);
    }

    /** Ends what {@link #addListener} began. */
    void removeListener(Consumer<HandlerRun> listener) {
        listeners.remove(listener);
    }
}
