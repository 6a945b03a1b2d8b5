package org.volans.app.internal.preferences;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.volans.api.InputException;
import org.volans.ui.widgets.Tone;
import org.volans.ui.work.Workplace;

/** How much memory there is, how to get more, and where answers of services are kept. UI thread only. */
@NonNullByDefault({})
public final class MemoryPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final long MEGA = 1024L * 1024;

    @Override
    public void init(IWorkbench workbench) {
        noDefaultAndApplyButton();
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 8).applyTo(page);
        Runtime runtime = Runtime.getRuntime();
        long used = (runtime.totalMemory() - runtime.freeMemory()) / MEGA;
        fact(page, "Memory in use:", used + " MB of " + runtime.maxMemory() / MEGA + " MB");
        fact(page, "Java:", Runtime.version() + ", " + System.getProperty("java.vm.name"));
        hint(
                page,
                "For more memory start Volans with the environment variable"
                        + " VOLANS_JAVA_OPTIONS, such as VOLANS_JAVA_OPTIONS=-Xmx8g. Tables and images are read from disk as they"
                        + " are looked at, so large files rarely need it.");
        Path cache = cacheFolder();
        fact(page, "Cache:", cache.toString());
        Text size = fact(page, "Size of the cache:", "…");
        hint(
                page,
                "Answers that services allow to be kept, the oldest of which make room by themselves, and the images of the"
                        + " embedded sky. The folder may be deleted while Volans is not running.");
        new Workplace(page)
                .run(
                        "Measuring the cache",
                        m -> sizeOf(cache) / MEGA + " MB",
                        size::setText,
                        failure -> size.setText(failure.message()));
        return page;
    }

    /** As the HTTP service has it. */
    private static Path cacheFolder() {
        String xdg = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        Path base = Path.of(xdg).isAbsolute() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return Path.of(System.getProperty("volans.cache", base.resolve("volans").toString()));
    }

    private static long sizeOf(Path folder) throws InputException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(f -> f.toFile().length()).sum();
        } catch (IOException | UncheckedIOException e) {
            throw new InputException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Text fact(Composite page, String words, String value) {
        Label label = new Label(page, SWT.NONE);
        label.setText(words);
        Text text = new Text(page, SWT.READ_ONLY);
        text.setText(value);
        GridDataFactory.fillDefaults().grab(true, false).hint(360, SWT.DEFAULT).applyTo(text);
        return text;
    }

    private static void hint(Composite page, String words) {
        Label label = new Label(page, SWT.WRAP);
        label.setText(words);
        Tone.MUTED.on(label);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(480, SWT.DEFAULT)
                .applyTo(label);
    }
}
