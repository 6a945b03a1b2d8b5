package org.volans.tour.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.adql.AdqlService;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.SodaService;
import org.volans.api.discovery.DiscoveryService;
import org.volans.api.image.ImageService;
import org.volans.api.registry.RegistryService;
import org.volans.api.sed.SedService;
import org.volans.api.table.TableService;
import org.volans.api.tap.TapService;

/**
 * Everything that the chain uses.
 *
 * @param registry  finds services
 * @param tap       queries them
 * @param adql      writes names into queries
 * @param discovery asks many at once
 * @param datalink  follows links
 * @param soda      cuts out
 * @param tables    reads and writes tables
 * @param images    draws images
 * @param seds      makes and draws SEDs
 */
@Component(service = TourServices.class)
public record TourServices(
        RegistryService registry,
        TapService tap,
        AdqlService adql,
        DiscoveryService discovery,
        DatalinkService datalink,
        SodaService soda,
        TableService tables,
        ImageService images,
        SedService seds) {

    /** Called by DS. */
    @Activate
    public TourServices(
            @Reference RegistryService registry,
            @Reference TapService tap,
            @Reference AdqlService adql,
            @Reference DiscoveryService discovery,
            @Reference DatalinkService datalink,
            @Reference SodaService soda,
            @Reference TableService tables,
            @Reference ImageService images,
            @Reference SedService seds) {
        this.registry = registry;
        this.tap = tap;
        this.adql = adql;
        this.discovery = discovery;
        this.datalink = datalink;
        this.soda = soda;
        this.tables = tables;
        this.images = images;
        this.seds = seds;
    }
}
