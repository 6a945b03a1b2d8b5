package org.volans.handlers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.volans.api.handler.HandlerService.Waiting;
import org.volans.api.handler.RowHandler;
import org.volans.api.handler.TableHandler;

class WaitingHandlersTest {

    private static ComponentDescriptionDTO component(String name, Class<?> service) {
        ReferenceDTO reference = new ReferenceDTO();
        reference.name = "helper";
        reference.interfaceName = "some.Helper";
        ComponentDescriptionDTO component = new ComponentDescriptionDTO();
        component.name = name;
        component.bundle = new BundleDTO();
        component.bundle.symbolicName = "some.bundle";
        component.serviceInterfaces = new String[] {service.getName()};
        component.references = new ReferenceDTO[] {reference};
        return component;
    }

    private static ComponentConfigurationDTO lacking(String reference, @Nullable String target) {
        UnsatisfiedReferenceDTO missing = new UnsatisfiedReferenceDTO();
        missing.name = reference;
        missing.target = target;
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.state = ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {missing};
        return configuration;
    }

    private static ComponentConfigurationDTO satisfied() {
        ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
        configuration.state = ComponentConfigurationDTO.SATISFIED;
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[0];
        return configuration;
    }

    @Test
    void namesTheServiceThatIsMissing() {
        WaitingHandlers waiting = new WaitingHandlers(Fakes.components(Map.of(
                component("some.Row", RowHandler.class), lacking("helper", null),
                component("some.Table", TableHandler.class), lacking("helper", "(kind=good)"))));
        assertThat(waiting.all())
                .extracting(Waiting::message)
                .containsExactly(
                        "the handler some.Row of some.bundle waits for a service that nobody offers: some.Helper",
                        "the handler some.Table of some.bundle waits for a service that nobody offers: some.Helper (kind=good)");
    }

    @Test
    void leavesOutWhatIsThereWhatWaitsForTheWorkbenchAndWhatIsNoHandler() {
        WaitingHandlers waiting = new WaitingHandlers(Fakes.components(Map.of(
                component("some.Ready", RowHandler.class), satisfied(),
                component("some.Window", RowHandler.class),
                        lacking("osgi.ds.satisfying.condition", "(osgi.condition.id=org.volans.workbench)"),
                component("some.Other", Runnable.class), lacking("helper", null))));
        assertThat(waiting.all()).isEmpty();
    }
}
