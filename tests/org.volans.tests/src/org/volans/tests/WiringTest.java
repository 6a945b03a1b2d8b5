package org.volans.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The house stands: every bundle of the two features resolves, every component finds what it asks for. */
class WiringTest {

    private static final List<String> HOUSE = List.of(
            "org.volans.adql",
            "org.volans.api",
            "org.volans.cli",
            "org.volans.datalink",
            "org.volans.discovery",
            "org.volans.engine",
            "org.volans.image",
            "org.volans.jetty",
            "org.volans.logging",
            "org.volans.net",
            "org.volans.registry",
            "org.volans.sed",
            "org.volans.samp",
            "org.volans.handlers",
            "org.volans.sky",
            "org.volans.table",
            "org.volans.tap",
            "org.volans.tour");

    private final BundleContext context =
            FrameworkUtil.getBundle(WiringTest.class).getBundleContext();

    @Test
    void everyBundleOfTheHouseIsResolved() {
        List<Bundle> ours = volansBundles();
        assertThat(ours).extracting(Bundle::getSymbolicName).containsAll(HOUSE);
        assertThat(ours)
                .allSatisfy(bundle -> assertThat(bundle.getState())
                        .as(bundle.getSymbolicName())
                        .isIn(Bundle.RESOLVED, Bundle.STARTING, Bundle.ACTIVE));
    }

    @Test
    void onlyTheApiIsExported() {
        assertThat(volansBundles())
                .filteredOn(bundle -> bundle.getHeaders().get("Export-Package") != null)
                // somebody else's library in a manifest of ours
                .filteredOn(bundle -> !bundle.getSymbolicName().equals("org.volans.jetty"))
                // for tests only, in no product
                .filteredOn(bundle -> !bundle.getSymbolicName().equals("org.volans.sdk"))
                .extracting(Bundle::getSymbolicName)
                .containsExactly("org.volans.api");
    }

    @Test
    void everyDeclaredComponentIsInItsBundle() {
        for (Bundle bundle : volansBundles()) {
            String declared = bundle.getHeaders().get("Service-Component");
            if (declared != null) {
                for (String path : declared.split(",")) {
                    assertThat(bundle.findEntries("OSGI-INF", path.strip().substring("OSGI-INF/".length()), false))
                            .as(bundle.getSymbolicName() + " " + path)
                            .isNotNull();
                }
            }
        }
    }

    @Test
    void everyComponentIsSatisfied() {
        ServiceReference<ServiceComponentRuntime> reference =
                context.getServiceReference(ServiceComponentRuntime.class);
        ServiceComponentRuntime runtime = context.getService(reference);
        List<String> faults = new ArrayList<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            if (component.defaultEnabled && component.bundle.symbolicName.startsWith("org.volans.")) {
                for (ComponentConfigurationDTO state : runtime.getComponentConfigurationDTOs(component)) {
                    if (state.unsatisfiedReferences.length > 0) {
                        faults.add(component.name + " lacks "
                                + Arrays.stream(state.unsatisfiedReferences)
                                        .map(missing -> missing.name)
                                        .toList());
                    }
                    if (state.failure != null) {
                        faults.add(component.name + " failed: " + state.failure);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private List<Bundle> volansBundles() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("org.volans."))
                .toList();
    }
}
