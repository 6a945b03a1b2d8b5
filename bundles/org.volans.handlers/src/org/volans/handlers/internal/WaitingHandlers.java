package org.volans.handlers.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.volans.api.handler.HandlerService.Waiting;
import org.volans.api.handler.ImageHandler;
import org.volans.api.handler.LinkHandler;
import org.volans.api.handler.PositionHandler;
import org.volans.api.handler.RowHandler;
import org.volans.api.handler.RowsHandler;
import org.volans.api.handler.TableHandler;

/** Handlers that the {@link Whiteboard} never sees, because a service that they need is missing. Safe for concurrent use. */
@Component(service = WaitingHandlers.class)
public final class WaitingHandlers {

    private static final Set<String> HANDLERS = Set.of(
            RowHandler.class.getName(),
            RowsHandler.class.getName(),
            PositionHandler.class.getName(),
            TableHandler.class.getName(),
            ImageHandler.class.getName(),
            LinkHandler.class.getName());

    /** The reference that every component has (OSGi Compendium 8, 112.3.13): who waits for that one waits on purpose. */
    private static final String CONDITION = "osgi.ds.satisfying.condition";

    private final ServiceComponentRuntime components;

    /** Asks nothing yet. */
    @Activate
    public WaitingHandlers(@Reference ServiceComponentRuntime components) {
        this.components = components;
    }

    List<Waiting> all() {
        return components.getComponentDescriptionDTOs().stream()
                .filter(component -> Stream.of(component.serviceInterfaces).anyMatch(HANDLERS::contains))
                .flatMap(component -> components.getComponentConfigurationDTOs(component).stream()
                        .filter(WaitingHandlers::waits)
                        .map(configuration -> waiting(component, configuration)))
                .sorted(Comparator.comparing(Waiting::component))
                .toList();
    }

    private static boolean waits(ComponentConfigurationDTO configuration) {
        return configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
                && Arrays.stream(configuration.unsatisfiedReferences)
                        .noneMatch(reference -> CONDITION.equals(reference.name));
    }

    private static Waiting waiting(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
        return new Waiting(
                component.name,
                component.bundle.symbolicName,
                Arrays.stream(configuration.unsatisfiedReferences)
                        .map(missing -> service(component, missing))
                        .toList());
    }

    private static String service(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO missing) {
        String type = Stream.of(component.references)
                .filter(reference -> missing.name.equals(reference.name))
                .map((ReferenceDTO reference) -> reference.interfaceName)
                .findFirst()
                .orElse(missing.name);
        return missing.target == null ? type : type + " " + missing.target;
    }
}
