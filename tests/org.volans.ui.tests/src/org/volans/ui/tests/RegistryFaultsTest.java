package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.volans.ui.services.RegistryChoice;

/** Registries that are down, silent, none, or big. */
class RegistryFaultsTest extends RegistrySteps {

    @Test
    void aDeadRegistryCanBeAskedAgain() throws Exception {
        RegistryChoice choice = Ui.service(RegistryChoice.class);
        keywords().setText("SDSS12");
        Ui.until("it is listed", () -> status().equals("2 of 2 resources."));
        choice.use(URI.create("http://127.0.0.1:9/tap"), "a dead registry");
        Ui.until("it failed", () -> says().contains("The search failed"));
        assertThat(says()).contains("127.0.0.1:9").contains("Try again").contains("Choose another registry");
        shoot("registry-failed");
        choice.use(sky, "the embedded sky");
        Ui.until("it is listed again", () -> status().equals("2 of 2 resources."));
    }

    @Test
    void aRegistryThatSendsAPageOrNothingFails() {
        RegistryChoice choice = Ui.service(RegistryChoice.class);
        keywords().setText("SDSS12");
        choice.use(sky.resolve("/_fault/html/tap"), "a page");
        Ui.until("it failed", () -> says().contains("answered HTML"));
        choice.use(sky.resolve("/vizier/tap"), "no registry");
        Ui.until("it is no registry", () -> says().contains("no registry"));
        choice.use(sky.resolve("/_fault/hang/tap"), "a silent one");
        Ui.until("it is asked", () -> says().startsWith("Searching"));
        Ui.click(link("Stop"));
        assertThat(says()).startsWith("Stopped");
    }

    @Test
    void rowsAppearWhileTheRestIsStillBeingAskedFor() throws Exception {
        try (BigRegistry big = new BigRegistry(30_000)) {
            Ui.service(RegistryChoice.class).use(big.url(), "a big registry");
            Ui.until(
                    "its name is shown",
                    () -> toolItems(Ui.root(view)).stream()
                            .anyMatch(i -> i.getText().startsWith("a big registry")));
            choose("TYPE", "TAP");
            Ui.until("it is asked", () -> says().startsWith("Searching"));
            big.pages.release();
            Ui.until("the first page is there", () -> results().getItemCount() == 50);
            assertThat(status()).isEqualTo("Searching\u2026 50 so far.");
            assertThat(column("Short name")).startsWith("R000000");
            big.pages.release(2);
            Ui.until("the limit is reached", () -> status().equals("1,000 of 30,000 resources."));
            big.pages.release(100);
            try (PauseMeter pauses = new PauseMeter("registry-big")) {
                clickStatus();
                Ui.until("more are there", () -> status().equals("11,000 of 30,000 resources."));
                clickStatus();
                Ui.until("all are there", () -> status().equals("30,000 of 30,000 resources."));
                Ui.click(results().getColumn(2));
                Ui.click(results().getColumn(2));
                Ui.until("it is sorted", () -> results().getItem(0).getText().equals("R029999"));
                results().setTopIndex(29_990);
                choose("WAVEBAND", "radio");
                Ui.until("it is narrowed", () -> status().equals("10,000 of 30,000 resources."));
            }
            shoot("registry-big");
            Ui.click(results().getColumn(2));
        }
    }
}
