package org.volans.handlers.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;
import org.volans.api.handler.Handler;
import org.volans.api.handler.ImageHandler;
import org.volans.api.handler.LinkHandler;
import org.volans.api.handler.PositionHandler;
import org.volans.api.handler.RowHandler;
import org.volans.api.handler.RowsHandler;
import org.volans.api.handler.TableHandler;

/**
 * Where handlers are found: as services, whose properties are read without starting the plug-in. Safe for concurrent
 * use.
 */
@Component(service = Whiteboard.class)
public final class Whiteboard {

    private final Logger log;
    private final Offers offers = new Offers();
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();

    /** Empty at first. */
    @Activate
    public Whiteboard(@Reference(service = LoggerFactory.class) Logger log) {
        this.log = log;
    }

    /** Those that count, by kind and label. */
    List<Offer> handlers() {
        return offers.counting();
    }

    /** @param follower told after there are other handlers */
    void follow(Runnable follower) {
        followers.add(follower);
    }

    /** It no longer wants to be told. */
    void leave(Runnable follower) {
        followers.remove(follower);
    }

    /** @param service stands for the service; the same for all its kinds */
    void add(
            Object service,
            String kind,
            String bundle,
            Map<String, @Nullable Object> properties,
            Supplier<Optional<Handler<?>>> start) {
        try {
            Offer offer = Offer.of(kind, bundle, properties, start);
            offers.rival(offer)
                    .ifPresent(other -> log.error(
                            "the handler id {} is offered by {} and by {}: only one of them is used, remove the other",
                            offer.id(),
                            other.bundle(),
                            bundle));
            offers.add(service, offer);
        } catch (IllegalArgumentException e) {
            // a service that somebody registered without a component has no name
            Object name = properties.getOrDefault(ComponentConstants.COMPONENT_NAME, "of unknown name");
            log.error("the {} handler {} of {} is left out: {}", kind, name, bundle, e.getMessage());
            return;
        }
        followers.forEach(Runnable::run);
    }

    void remove(Object service, String kind) {
        if (offers.remove(service, kind)) {
            followers.forEach(Runnable::run);
        }
    }

    private <T extends Handler<?>> void add(String kind, ComponentServiceObjects<T> service) {
        ServiceReference<T> reference = service.getServiceReference();
        Map<String, @Nullable Object> properties = new HashMap<>();
        for (String name : reference.getPropertyKeys()) {
            properties.put(name, reference.getProperty(name));
        }
        Bundle bundle = reference.getBundle();
        Started<T> started = new Started<>(service);
        add(
                reference,
                kind,
                bundle == null ? "" : String.valueOf(bundle.getSymbolicName()),
                properties,
                () -> started.get().map(handler -> handler));
    }

    /** A service that is got when it is needed, and once: every further getting would be counted and kept. */
    private static final class Started<T> {

        private final ComponentServiceObjects<T> service;
        private @Nullable T handler;

        Started(ComponentServiceObjects<T> service) {
            this.service = service;
        }

        synchronized Optional<T> get() {
            if (handler == null) {
                handler = service.getService();
            }
            return Optional.ofNullable(handler);
        }
    }

    @Reference(
            service = RowHandler.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addRowHandler(ComponentServiceObjects<RowHandler> handler) {
        add(RowHandler.KIND, handler);
    }

    void removeRowHandler(ServiceReference<RowHandler> handler) {
        remove(handler, RowHandler.KIND);
    }

    @Reference(
            service = RowsHandler.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addRowsHandler(ComponentServiceObjects<RowsHandler> handler) {
        add(RowsHandler.KIND, handler);
    }

    void removeRowsHandler(ServiceReference<RowsHandler> handler) {
        remove(handler, RowsHandler.KIND);
    }

    @Reference(
            service = PositionHandler.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addPositionHandler(ComponentServiceObjects<PositionHandler> handler) {
        add(PositionHandler.KIND, handler);
    }

    void removePositionHandler(ServiceReference<PositionHandler> handler) {
        remove(handler, PositionHandler.KIND);
    }

    @Reference(
            service = TableHandler.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addTableHandler(ComponentServiceObjects<TableHandler> handler) {
        add(TableHandler.KIND, handler);
    }

    void removeTableHandler(ServiceReference<TableHandler> handler) {
        remove(handler, TableHandler.KIND);
    }

    @Reference(
            service = ImageHandler.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addImageHandler(ComponentServiceObjects<ImageHandler> handler) {
        add(ImageHandler.KIND, handler);
    }

    void removeImageHandler(ServiceReference<ImageHandler> handler) {
        remove(handler, ImageHandler.KIND);
    }

    @Reference(
            service = LinkHandler.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addLinkHandler(ComponentServiceObjects<LinkHandler> handler) {
        add(LinkHandler.KIND, handler);
    }

    void removeLinkHandler(ServiceReference<LinkHandler> handler) {
        remove(handler, LinkHandler.KIND);
    }
}
