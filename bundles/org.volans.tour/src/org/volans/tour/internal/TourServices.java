package org.volans.tour.internal;

import org.volans.api.cutout.CutoutService;
import org.volans.api.discovery.DiscoveryService;
import org.volans.api.image.ImageService;
import org.volans.api.photometry.PhotometryService;
import org.volans.api.registry.RegistryService;
import org.volans.api.sed.SedService;
import org.volans.api.table.TableService;

/**
 * Everything that the chain uses.
 *
 * @param registry   finds services
 * @param photometry finds photometry and joins with it
 * @param discovery  asks many at once
 * @param cutouts    cuts images out
 * @param tables     reads and writes tables
 * @param images     draws images
 * @param seds       makes and draws SEDs
 */
record TourServices(
        RegistryService registry,
        PhotometryService photometry,
        DiscoveryService discovery,
        CutoutService cutouts,
        TableService tables,
        ImageService images,
        SedService seds) {}
