package org.volans.app.internal.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IWorkbench;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.io.WholeFile;
import org.volans.ui.project.ProjectFolder;

/**
 * Files that the command line asks to open ({@code volans --open FILE}), as a file manager does for a double click. A workspace
 * belongs to one program: each start leaves its wishes in a folder of it, and the one that has the workspace fulfils them.
 */
public final class FileRequests implements AutoCloseable {

    private static final String FOLDER = ".metadata/open";

    private final IWorkbench workbench;
    private final Path folder;
    private final WatchService watch;

    /** Opens what has been asked for, and what will be until it is closed. */
    public FileRequests(IWorkbench workbench, Path workspace) throws IOException {
        this.workbench = workbench;
        folder = Files.createDirectories(workspace.resolve(FOLDER));
        watch = folder.getFileSystem().newWatchService();
        folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
        Thread.ofVirtual().name("Volans files to open").start(this::look);
    }

    /** Which files the arguments name: what follows {@code --open}, up to the next option. */
    public static List<Path> named(List<String> arguments) {
        List<Path> files = new ArrayList<>();
        boolean open = false;
        for (String word : arguments) {
            if (word.startsWith("-")) {
                open = word.equals("--open");
            } else if (open) {
                files.add(Path.of(word).toAbsolutePath().normalize());
            }
        }
        return files;
    }

    /** Asks whoever has the workspace, now or next. I/O. */
    public static void leave(Path workspace, List<Path> files) throws InputException {
        Path request = workspace.resolve(FOLDER).resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(request.getParent());
        } catch (IOException e) {
            throw new OutputException(request.getParent() + " cannot be made: " + e.getMessage(), e);
        }
        String names = String.join("\n", files.stream().map(Path::toString).toList());
        WholeFile.write(request, out -> out.write(names.getBytes(StandardCharsets.UTF_8)));
    }

    private void look() {
        try {
            while (true) {
                fulfil();
                WatchKey key = watch.take();
                key.pollEvents();
                key.reset();
            }
        } catch (ClosedWatchServiceException e) {
            // the workbench ends
        } catch (IOException | InterruptedException e) {
            ILog.of(FileRequests.class).error("files from the command line are no longer opened: " + e.getMessage(), e);
        }
    }

    private void fulfil() throws IOException {
        List<Path> requests;
        try (Stream<Path> found = Files.list(folder)) {
            requests =
                    found.filter(one -> !WholeFile.isUnfinished(one)).sorted().toList();
        }
        for (Path request : requests) {
            List<Path> files =
                    Files.readAllLines(request).stream().map(Path::of).toList();
            Files.delete(request);
            workbench.getDisplay().asyncExec(() -> open(files));
        }
    }

    /** In front of the Welcome page, which fills the window at the first start. */
    private void open(List<Path> files) {
        workbench.getIntroManager().closeIntro(workbench.getIntroManager().getIntro());
        ProjectFolder project = workbench.getService(ProjectFolder.class);
        for (Path file : files) {
            ProjectFiles.inJob(
                    "Open " + file.getFileName(),
                    (IProgressMonitor monitor) -> ProjectFiles.link(project, file),
                    ProjectFiles::open);
        }
        ProjectFiles.window().getShell().forceActive();
    }

    @Override
    public void close() {
        try {
            watch.close();
        } catch (IOException e) {
            ILog.of(FileRequests.class).warn("the folder of files to open is still watched: " + e.getMessage(), e);
        }
    }
}
