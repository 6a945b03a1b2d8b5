package org.volans.tour.internal;

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
record TourServices(
        RegistryService registry,
        TapService tap,
        AdqlService adql,
        DiscoveryService discovery,
        DatalinkService datalink,
        SodaService soda,
        TableService tables,
        ImageService images,
        SedService seds) {}
