package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewReference;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.volans.ui.Ids;

/** The window as it opens, and the bundles behind it. */
class WorkbenchTest {

    private final BundleContext context =
            FrameworkUtil.getBundle(WorkbenchTest.class).getBundleContext();

    @Test
    void opensThePerspectiveWithEveryView() {
        assertThat(Ui.page().getPerspective().getId()).isEqualTo(Ids.PERSPECTIVE);
        assertThat(Arrays.stream(Ui.page().getViewReferences()).map(IViewReference::getId))
                .contains(
                        Ids.REGISTRY_VIEW,
                        Ids.SERVICES_VIEW,
                        Ids.SED_VIEW,
                        Ids.LINKS_VIEW,
                        Ids.DISCOVERY_VIEW,
                        Ids.JOBS_VIEW,
                        Ids.SAMP_VIEW,
                        Ids.HANDLERS_VIEW,
                        IPageLayout.ID_PROJECT_EXPLORER,
                        IPageLayout.ID_PROP_SHEET,
                        IPageLayout.ID_PROGRESS_VIEW);
    }

    @Test
    void startsTheEmbeddedSkyOnDemand() throws Exception {
        Ui.startSky();
        assertThat(Ui.file("objects.vot").exists()).isTrue();
        Ui.view(IPageLayout.ID_PROJECT_EXPLORER);
        Ui.screenshot("workbench");
    }

    @Test
    void everyBundleIsResolvedAndEveryComponentSatisfied() {
        for (Bundle bundle : context.getBundles()) {
            assertThat(bundle.getState()).as(bundle.getSymbolicName()).isNotEqualTo(Bundle.INSTALLED);
        }
        ServiceComponentRuntime runtime =
                context.getService(context.getServiceReference(ServiceComponentRuntime.class));
        List<String> faults = new ArrayList<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            for (ComponentConfigurationDTO state : runtime.getComponentConfigurationDTOs(component)) {
                if (component.bundle.symbolicName.startsWith("org.volans.") && state.unsatisfiedReferences.length > 0) {
                    faults.add(component.name + " lacks " + state.unsatisfiedReferences[0].name);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void noViewKnowsAProviderOrAnotherView() {
        for (Bundle bundle : context.getBundles()) {
            String name = bundle.getSymbolicName();
            if (name.startsWith("org.volans.") && name.endsWith(".ui")) {
                assertThat(Arrays.stream((bundle.getHeaders().get("Import-Package") + ","
                                                + bundle.getHeaders().get("Require-Bundle"))
                                        .split(","))
                                .map(word -> word.strip().split(";")[0])
                                .filter(word -> word.startsWith("org.volans.")))
                        .as(name)
                        .allMatch(word -> word.startsWith("org.volans.api") || word.startsWith("org.volans.ui"));
            }
        }
    }
}
