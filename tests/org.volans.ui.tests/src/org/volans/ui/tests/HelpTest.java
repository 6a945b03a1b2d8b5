package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.runtime.Platform;
import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;

/** Help pages, context help and the cheat sheet: nothing in them leads nowhere. */
class HelpTest {

    private static final String BUNDLE = "org.volans.help";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry",
                "services",
                "adql",
                "table",
                "image",
                "sed",
                "links",
                "jobs",
                "discovery",
                "samp",
                "handlers"
            })
    void everyViewHasContextHelp(String view) {
        leadsToPages(BUNDLE + "." + view);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "project_explorer_context",
                "property_sheet_page_help_context",
                "property_sheet_view_context",
                "responsive_ui_context"
            })
    void soHaveThePlatformsViews(String context) {
        leadsToPages("org.eclipse.ui." + context);
    }

    private static void leadsToPages(String id) {
        IContext context = Objects.requireNonNull(HelpSystem.getContext(id), id);
        assertThat(context.getText()).isNotBlank();
        for (IHelpResource topic : context.getRelatedTopics()) {
            assertThat(text(topic.getHref().replace("/" + BUNDLE + "/", ""))).contains("<h1>");
        }
    }

    @Test
    void everyLinkLeadsToAPage() {
        List<String> pages = found(text("toc.xml"), "(?:href|topic)=\"(help/[^\"]+)\"");
        assertThat(pages).hasSizeGreaterThan(30);
        for (String page : pages) {
            for (String link : found(text(page), "(?:href|src)=\"([^\":#]+)(?:#[^\"]*)?\"")) {
                String target = URI.create(page).resolve(link).getPath();
                assertThat(entry(target)).as("%s in %s", link, page).isNotNull();
            }
        }
    }

    @Test
    void everyStepOfTheCheatSheetDoesSomething() throws Exception {
        Ui.page();
        List<String> steps = commandsOfTheCheatSheet();
        assertThat(steps).hasSizeGreaterThanOrEqualTo(8);
        for (String step : steps) {
            ParameterizedCommand command = Ui.service(ICommandService.class).deserialize(step);
            assertThat(command.getCommand().isDefined()).as(step).isTrue();
            assertThat(command.getCommand().isHandled()).as(step).isTrue();
        }
    }

    static List<String> commandsOfTheCheatSheet() {
        return found(text("cheatsheets/radio-realm.xml"), "serialization=\"([^\"]+)\"");
    }

    @Test
    void helpIsThere() throws Exception {
        Ui.page();
        var commands = Ui.service(ICommandService.class);
        assertThat(commands.getCommand("org.eclipse.ui.help.helpContents").isHandled())
                .isTrue();
        assertThat(HelpSystem.getTocs()).anyMatch(t -> t.getLabel().equals("Volans"));
    }

    /** The help system writes the version of the bundle of that name into its index; without it every search fails. */
    @Test
    void searchFindsItsLibrary() {
        assertThat(Platform.getBundle("org.apache.lucene.core")).isNotNull();
    }

    private static @Nullable URL entry(String path) {
        @Nullable Bundle bundle = Platform.getBundle(BUNDLE);
        return bundle == null ? null : bundle.getEntry(path);
    }

    private static String text(String path) {
        URL url = Objects.requireNonNull(entry(path), path);
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(path + " cannot be read", e);
        }
    }

    private static List<String> found(String text, String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
