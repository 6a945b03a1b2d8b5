package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.intro.IIntroManager;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.services.ServiceList;

/** What a person does with the workbench. All on the UI thread, which keeps handling events while something is waited for. */
final class Ui {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Ui() {}

    /** The window's page, without the Welcome page that lies over it at the first start. */
    static IWorkbenchPage page() {
        IIntroManager intro = PlatformUI.getWorkbench().getIntroManager();
        intro.closeIntro(intro.getIntro());
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }

    static <T> T service(Class<T> type) {
        return PlatformUI.getWorkbench().getService(type);
    }

    /** Handles events until the condition holds. */
    static void until(String what, BooleanSupplier condition) {
        Display display = Display.getCurrent();
        boolean[] late = {false};
        Runnable alarm = () -> late[0] = true;
        display.timerExec((int) PATIENCE.toMillis(), alarm);
        try {
            while (!condition.getAsBoolean()) {
                if (late[0]) {
                    throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
                }
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
        } finally {
            display.timerExec(-1, alarm);
        }
        assertThat(UiThreadGuard.offences()).isEmpty();
    }

    /** As {@link #until}, for something that appears. */
    static <T> T found(String what, Supplier<Optional<T>> search) {
        List<T> found = new ArrayList<>();
        until(what, () -> search.get().map(found::add).orElse(false));
        return found.getFirst();
    }

    /** Answers a dialog as soon as it is there: modal dialogs handle events on top of whoever waits with {@link #until}. */
    static <T> void whenFound(Supplier<Optional<T>> search, Consumer<T> answer) {
        Display.getCurrent().timerExec(50, () -> search.get().ifPresentOrElse(answer, () -> whenFound(search, answer)));
    }

    /** The embedded sky, started through the command that the Welcome page and the Data menu have; its objects are open. */
    static void startSky() throws Exception {
        RegistryChoice registry = service(RegistryChoice.class);
        if (!registry.name().equals("the embedded sky")) {
            service(IHandlerService.class).executeCommand(Ids.START_SKY, null);
            until("the embedded sky runs", () -> registry.name().equals("the embedded sky"));
        }
        until("its services are listed", () -> service(ServiceList.class).all().size() >= 3);
        until("objects.vot is there", () -> file("objects.vot").exists());
    }

    static IFile file(String path) {
        return service(ProjectFolder.class).project().getFile(path);
    }

    static IViewPart view(String id) throws PartInitException {
        return page().showView(id);
    }

    static IEditorPart open(String path) throws PartInitException {
        return IDE.openEditor(page(), file(path));
    }

    /** A picture in the other theme, once a control is dark; then back. */
    static void screenshotInTheDark(String name, Control control) throws Exception {
        IHandlerService commands = service(IHandlerService.class);
        commands.executeCommand("org.volans.app.theme", null);
        try {
            until("it is dark", () -> control.getBackground().getRed() < 128);
            screenshot(name);
        } finally {
            commands.executeCommand("org.volans.app.theme", null);
        }
        until("it is light", () -> control.getBackground().getRed() >= 128);
    }

    /** All controls of a kind in a part, in the order of their parents. */
    static <T extends Widget> List<T> all(IWorkbenchPart part, Class<T> kind) {
        List<T> found = new ArrayList<>();
        collect(root(part), kind, found);
        return found;
    }

    static <T extends Control> T one(IWorkbenchPart part, Class<T> kind, Predicate<T> which) {
        List<T> found = all(part, kind).stream().filter(which).toList();
        assertThat(found).as("%s in %s", kind.getSimpleName(), part.getTitle()).hasSize(1);
        return found.getFirst();
    }

    static Composite root(IWorkbenchPart part) {
        org.eclipse.e4.ui.model.application.ui.basic.MPart model =
                part.getSite().getService(org.eclipse.e4.ui.model.application.ui.basic.MPart.class);
        return (Composite) model.getWidget();
    }

    static <T> void collect(Control from, Class<T> kind, List<T> found) {
        if (kind.isInstance(from)) {
            found.add(kind.cast(from));
        }
        if (from instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, kind, found);
            }
        }
    }

    /** What a widget tells its listeners when the user does something to it. */
    static void notify(Widget widget, int eventType) {
        Event event = new Event();
        event.widget = widget;
        event.display = widget.getDisplay();
        widget.notifyListeners(eventType, event);
    }

    /** Clicks a button, link or tool item. */
    static void click(Widget widget) {
        notify(widget, SWT.Selection);
    }

    /** Takes a picture of the window into the build's output, {@code target/screenshots/NAME.png}. */
    static void screenshot(String name) throws Exception {
        Shell shell = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
        shell.setActive();
        Display display = shell.getDisplay();
        // a tip of what the pointer happens to be over would hide what is below
        Rectangle screen = display.getBounds();
        display.setCursorLocation(screen.x + screen.width - 1, screen.y + screen.height - 1);
        // GTK paints with its next frame, of which nobody tells
        boolean[] painted = {false};
        display.timerExec(300, () -> painted[0] = true);
        until("the window is painted", () -> painted[0]);
        Rectangle area = shell.getBounds();
        Image image = new Image(display, area.width, area.height);
        GC gc = new GC(display);
        try {
            gc.copyArea(image, area.x, area.y);
        } finally {
            gc.dispose();
        }
        ImageLoader loader = new ImageLoader();
        loader.data = new org.eclipse.swt.graphics.ImageData[] {image.getImageData()};
        image.dispose();
        Path folder = Files.createDirectories(Path.of(System.getProperty("volans.screenshots", "target/screenshots")));
        loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
    }
}
