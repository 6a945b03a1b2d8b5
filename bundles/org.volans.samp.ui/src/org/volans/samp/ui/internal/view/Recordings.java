package org.volans.samp.ui.internal.view;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.volans.api.InputException;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampRecorder;
import org.volans.api.samp.SampRecorder.Recording;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.widgets.Icons;
import org.volans.ui.widgets.StatusLine;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/** Records what is said into a file, and says again what a file holds. UI thread only. */
@NonNullByDefault({})
final class Recordings implements AutoCloseable {

    private static final String PLUGIN = "org.volans.samp.ui";
    private static final String[] FILES = {"*.jsonl", "*"};
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Control owner;
    private final SampRecorder recorder;
    private final ProjectFolder project;
    private final IWorkbenchPage page;
    private final Consumer<Failure> failed;
    private final Workplace recordingWork;
    private final Workplace replayWork;
    private final Action record;
    private Optional<Recording> recording = Optional.empty();
    private Path file;

    Recordings(
            Control owner,
            SampRecorder recorder,
            ProjectFolder project,
            IWorkbenchPage page,
            Consumer<Failure> failed) {
        this.owner = owner;
        this.recorder = recorder;
        this.project = project;
        this.page = page;
        this.failed = failed;
        recordingWork = Workplace.quiet(owner);
        replayWork = new Workplace(owner);
        record = new Action("Record", IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                if (isChecked()) {
                    begin();
                } else {
                    end();
                }
            }
        };
        record.setImageDescriptor(Icons.descriptor(PLUGIN, "record"));
        record.setToolTipText("Record what is said into a file");
    }

    Action record() {
        return record;
    }

    Action replay() {
        return SampActions.action("Replay…", "replay", "Say again what a file holds", this::chooseReplay);
    }

    private void begin() {
        chosen(SWT.SAVE, "Record SAMP Messages").ifPresentOrElse(this::begin, () -> record.setChecked(false));
    }

    /** Starts to record into a file that does not exist yet. */
    private void begin(Path target) {
        recordingWork.run(
                "Recording SAMP messages",
                monitor -> recorder.record(target),
                begun -> {
                    recording = Optional.of(begun);
                    file = target;
                    record.setToolTipText("Recording into " + target.getFileName() + "; click to end");
                },
                failure -> {
                    record.setChecked(false);
                    failed.accept(failure);
                });
    }

    private void end() {
        record.setToolTipText("Record what is said into a file");
        recording.ifPresent(running -> recordingWork.run(
                "Ending the recording",
                monitor -> {
                    running.close();
                    show(file);
                    return true;
                },
                done -> recording = Optional.empty(),
                failed));
    }

    /** Outside of the UI thread. */
    private static void show(Path written) throws InputException {
        Optional<IFile> inProject = ProjectFolder.file(written);
        try {
            if (inProject.isPresent()) {
                inProject.get().refreshLocal(IResource.DEPTH_ZERO, null);
            }
        } catch (CoreException e) {
            throw new InputException(written.getFileName() + " is written, but the workspace does not see it", e);
        }
    }

    private void chooseReplay() {
        chosen(SWT.OPEN, "Replay SAMP Messages")
                .ifPresent(chosen -> replayWork.run(
                        "Reading " + chosen.getFileName(), monitor -> recorder.read(chosen), this::confirm, failed));
    }

    private void confirm(List<SampExchange> exchanges) {
        String count = exchanges.size() == 1 ? "1 message" : exchanges.size() + " messages";
        boolean sure = MessageDialog.openConfirm(
                owner.getShell(), "Replay SAMP Messages", count + " will be sent to all programs that take them.");
        if (sure) {
            replayWork.run(
                    "Replaying " + count,
                    monitor -> recorder.replay(exchanges, Optional.empty(), monitor),
                    said -> StatusLine.say(page, count + " of the recording led to " + said.size() + " new ones"),
                    failed);
        }
    }

    private Optional<Path> chosen(int style, String title) {
        FileDialog dialog = new FileDialog(owner.getShell(), style);
        dialog.setText(title);
        dialog.setFilterExtensions(FILES);
        var location = project.project().getLocation();
        if (location != null) {
            dialog.setFilterPath(location.toOSString());
        }
        if (style == SWT.SAVE) {
            dialog.setFileName("samp-" + LocalDateTime.now().format(STAMP) + ".jsonl");
        }
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    @Override
    public void close() {
        recording.ifPresent(running -> {
            try {
                running.close();
            } catch (InputException e) {
                ILog.of(Recordings.class).warn(e.getMessage());
            }
        });
    }
}
