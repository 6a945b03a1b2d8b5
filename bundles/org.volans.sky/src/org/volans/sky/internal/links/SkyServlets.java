package org.volans.sky.internal.links;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.volans.api.image.ImageService;
import org.volans.sky.internal.SkyServlet;
import org.volans.sky.internal.data.Lazy;
import org.volans.sky.internal.data.TutorialContent;

/** All servlets of the sky beside TAP. */
public final class SkyServlets {

    private final TutorialContent content;
    private final URI base;
    private final List<SkyServlet> servlets = new ArrayList<>();

    private SkyServlets(TutorialContent content, URI base) {
        this.content = content;
        this.base = base;
    }

    /** The servlets for a root that ends in a slash. */
    public static List<SkyServlet> of(TutorialContent content, ImageService images, URI base) {
        SkyServlets all = new SkyServlets(content, base);
        all.servlets.add(new SkyServlet("/data/*", new FilesServlet(content)));
        all.servlets.add(new SkyServlet("/preview/*", new PreviewServlet(content, images)));
        for (String centre : List.of("astron", "gavo")) {
            all.images(centre, images);
        }
        all.cone("/vizier/scs/V/147/sdss12", "sdss12", "RA_ICRS", "DE_ICRS");
        all.cone("/vizier/scs/II/246/out", "twomass", "RAJ2000", "DEJ2000");
        all.cone("/vizier/scs/II/349/ps1", "panstarrs", "RAJ2000", "DEJ2000");
        all.cone("/astron/scs", "source_catalog", "ra", "dec");
        return List.copyOf(all.servlets);
    }

    private void images(String centre, ImageService images) {
        String root = "/" + centre;
        servlets.add(new SkyServlet(root + "/links", new LinksServlet(centre, content, base)));
        Cutouts cutouts = new Cutouts(centre, content, images);
        servlets.add(new SkyServlet(root + "/soda/sync", new SodaServlet(cutouts)));
        String async = base.resolve(centre + "/soda/async").toString();
        servlets.add(new SkyServlet(root + "/soda/async/*", new SodaAsyncServlet(cutouts, async)));
        vosi(
                root + "/soda/",
                SodaServlet.STANDARD,
                "sync",
                SodaAsyncServlet.STANDARD,
                "async",
                LinksServlet.STANDARD,
                "../links");
        servlets.add(
                new SkyServlet(root + "/sia2/query", new Sia2Servlet(new Lazy<>(() -> content.obscore(centre, base)))));
        vosi(root + "/sia2/", "ivo://ivoa.net/std/SIA#query-2.0", "query");
    }

    private void vosi(String folder, String... capabilities) {
        URI url = base.resolve(folder.substring(1));
        servlets.add(new SkyServlet(folder + "capabilities", new VosiServlet(Vosi.capabilities(url, capabilities))));
        servlets.add(new SkyServlet(folder + "availability", new VosiServlet(Vosi.availability())));
    }

    private void cone(String path, String catalogue, String ra, String dec) {
        servlets.add(new SkyServlet(path, new ConeServlet(new Lazy<>(() -> content.catalogue(catalogue)), ra, dec)));
    }
}
