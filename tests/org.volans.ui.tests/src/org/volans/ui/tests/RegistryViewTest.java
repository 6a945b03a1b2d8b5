package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;
import org.volans.api.registry.RegistryRecord;
import org.volans.ui.Ids;
import org.volans.ui.services.Preferences;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;

/** The Registry view on the embedded sky. */
class RegistryViewTest extends RegistrySteps {

    @Test
    void findsThePhotometryWhileItsNameIsTyped() throws Exception {
        shoot("registry-empty");
        keywords().setText("SDS");
        keywords().setText("SDSS12");
        Ui.until("it is listed", () -> column("Short name").contains("V/147"));
        Ui.until("all are counted", () -> status().equals("2 of 2 resources."));
        select("V/147");
        assertThat(about())
                .contains("SDSS Photometric Catalogue")
                .contains("Identifier\tivo://sky.volans/vizier/v/147")
                .contains("Reference\thttps://www.ivoa.net/");
        Ui.until("subjects are read", () -> about().contains("Subjects\t"));
        IStructuredSelection published = (IStructuredSelection) Ui.page().getSelection(Ids.REGISTRY_VIEW);
        assertThat(published.toArray()).singleElement().isInstanceOf(RegistryRecord.class);
        shoot("registry");
    }

    @Test
    void showsTablesInterfacesAndCitationOfARecord() throws Exception {
        keywords().setText("SDSS12");
        Ui.until("it is listed", () -> column("Short name").contains("V/147"));
        select("V/147");
        assertThat(Ui.one(view, Table.class, id("registry.access")).getItems()).anySatisfy(i -> {
            assertThat(i.getText(0)).isEqualTo("TAP (shared)");
            assertThat(i.getText(1)).endsWith("/vizier/tap");
        });
        assertThat(Ui.one(view, StyledText.class, id("registry.citation")).getText())
                .contains("@misc{sky-volans-vizier-v-147,")
                .contains("VO resource ivo://sky.volans/vizier/v/147, https://www.ivoa.net/");
        CTabFolder tabs = Ui.one(view, CTabFolder.class, id("registry.tabs"));
        tabs.setSelection(2);
        Ui.click(tabs);
        Tree tree = Ui.one(view, Tree.class, id("registry.tables"));
        Ui.until("its table is there", () -> tree.getItemCount() == 1);
        assertThat(tree.getItem(0).getText(0)).isEqualTo("\"V/147/sdss12\"");
        assertThat(Arrays.stream(tree.getItem(0).getItems()).map(i -> i.getText(0)))
                .contains("umag", "gmag");
        shoot("registry-tables");
        tabs.setSelection(0);
    }

    @Test
    void aFacetNarrowsWhatIsThere() {
        keywords().setText("sky");
        Ui.until("several are listed", () -> column("Short name").size() > 4 && status().contains(" of "));
        int all = column("Short name").size();
        choose("TYPE", "Cone search");
        Ui.until("fewer are listed", () -> column("Short name").size() < all);
        assertThat(column("Services")).isNotEmpty().allMatch(s -> s.contains("Cone search"));
        assertThat(status()).isEqualTo(column("Services").size() + " of " + all + " resources.");
        choose("TYPE", "Cone search");
        Ui.until("all are back", () -> column("Short name").size() == all);
    }

    @Test
    void anExampleAsksForFacetsAlone() {
        Ui.click(link("ObsCore radio services"));
        Ui.until("they are listed", () -> status().equals("6 of 6 resources."));
        assertThat(column("Short name"))
                .contains("Sky ASTRON TAP", "Sky GAVO TAP")
                .doesNotContain("V/147");
    }

    private static ServiceList servicesWithout(URI url) throws Exception {
        ServiceList services = Ui.service(ServiceList.class);
        for (ServiceEntry entry : services.all()) {
            if (entry.url().equals(url)) {
                services.remove(entry);
            }
        }
        return services;
    }

    @Test
    void putsTheServiceBehindARecordIntoServices() throws Exception {
        URI vizier = sky.resolve("/vizier/tap");
        ServiceList services = servicesWithout(vizier);
        keywords().setText("SDSS12");
        Ui.until("it is listed", () -> column("Short name").contains("V/147"));
        select("V/147");
        Ui.notify(results(), SWT.DefaultSelection);
        Ui.until(
                "it is in Services",
                () -> services.all().stream()
                        .anyMatch(e ->
                                e.equals(new ServiceEntry("Sky VizieR TAP", "ivo://sky.volans/vizier/tap", vizier))));
        Ui.until(
                "the Services view shows",
                () -> Ui.page().findView(Ids.SERVICES_VIEW) != null
                        && Ui.page().isPartVisible(Ui.page().findView(Ids.SERVICES_VIEW)));
    }

    /** Only the embedded sky is elsewhere in the next session: what a lasting registry of this machine knows is kept. */
    @Test
    void keepsTheServiceOfALastingRegistryOfThisMachine() throws Exception {
        URI vizier = sky.resolve("/vizier/tap");
        ServiceList services = servicesWithout(vizier);
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(Preferences.NODE);
        preferences.put(Preferences.REGISTRY, sky.toString());
        try {
            assertThat(Ui.service(RegistryChoice.class).name()).isEqualTo(sky.getHost() + ":" + sky.getPort());
            keywords().setText("SDSS12");
            Ui.until("it is listed", () -> column("Short name").contains("V/147"));
            select("V/147");
            Ui.notify(results(), SWT.DefaultSelection);
            ServiceEntry added = Ui.found(
                    "it is in Services",
                    () -> services.all().stream()
                            .filter(e -> e.url().equals(vizier))
                            .findFirst());
            assertThat(Files.readString(Ui.file("services.json").getLocation().toPath()))
                    .contains(vizier.toString());
            services.remove(added);
            services.addForSession(added);
        } finally {
            preferences.remove(Preferences.REGISTRY);
        }
    }

    @Test
    void tellsUnknownCoverageFromNoCoverage() throws Exception {
        keywords().setText("sky");
        position().setText("10 -30");
        Ui.until("what does not cover is counted", () -> status().contains("not cover the position"));
        assertThat(column("Coverage")).isNotEmpty().containsOnly("unknown");
        position().setText("16:01:56.2 +46:46:05");
        Ui.until("some cover it", () -> column("Coverage").contains("covers"));
        Ui.until("the rest is there", () -> column("Coverage").contains("unknown"));
        assertThat(column("Coverage")).isSorted();
        shoot("registry-coverage");
        position().setText("nowhere");
        Ui.until(
                "the fault is told",
                () -> Ui.one(view, org.eclipse.swt.widgets.Label.class, id("registry.fault"))
                        .getText()
                        .startsWith("Not a position"));
    }

    @Test
    void saysWhatToRelaxWhenNothingIsFound() {
        keywords().setText("SDSS12 unheardof");
        Ui.until("it says so", () -> says().contains("Nothing found"));
        Ui.click(link("Only \u201cSDSS12\u201d"));
        Ui.until("that is found", () -> status().equals("2 of 2 resources."));
    }

    @Test
    void refreshAndDownDoWhatTheirKeysSay() throws Exception {
        keywords().setText("SDSS12");
        Ui.until("it is listed", () -> status().equals("2 of 2 resources."));
        assertThat(PlatformUI.getWorkbench()
                        .getService(IBindingService.class)
                        .getBestActiveBindingFormattedFor(IWorkbenchCommandConstants.FILE_REFRESH))
                .isEqualTo("F5");
        PlatformUI.getWorkbench()
                .getService(IHandlerService.class)
                .executeCommand(IWorkbenchCommandConstants.FILE_REFRESH, null);
        assertThat(status()).startsWith("Searching");
        Ui.until("it is listed again", () -> status().equals("2 of 2 resources."));
        Event down = new Event();
        down.keyCode = SWT.ARROW_DOWN;
        keywords().notifyListeners(SWT.KeyDown, down);
        assertThat(results().getSelectionCount()).isEqualTo(1);
        assertThat(results().isFocusControl()).isTrue();
    }

    @Test
    void whatWasLookedForIsThereAgainAfterReopening() throws Exception {
        keywords().setText("SDSS12");
        choose("WAVEBAND", "optical");
        Ui.until("it is listed", () -> status().startsWith("2 of "));
        results().getColumn(2).setWidth(222);
        Ui.page().hideView(view);
        view = Ui.view(Ids.REGISTRY_VIEW);
        assertThat(keywords().getText()).isEqualTo("SDSS12");
        assertThat(results().getColumn(2).getWidth()).isEqualTo(222);
        Ui.until("it is searched again", () -> status().startsWith("2 of "));
        assertThat(column("Waveband")).allMatch(w -> w.contains("optical"));
    }
}
