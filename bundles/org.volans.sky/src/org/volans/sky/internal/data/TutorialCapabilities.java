package org.volans.sky.internal.data;

import java.util.List;
import org.volans.sky.internal.SkyCapability;
import org.volans.sky.internal.SkyCapability.Parameter;

/** What the centres' other services say of themselves to the registry. */
final class TutorialCapabilities {

    private static final String VOTABLE = "application/x-votable+xml";

    private TutorialCapabilities() {}

    /** A cone search (SCS 1.03). */
    static SkyCapability coneSearch(String path) {
        return new SkyCapability(
                "ivo://ivoa.net/std/ConeSearch",
                path,
                VOTABLE,
                List.of(
                        new Parameter("RA", "double", "deg", "pos.eq.ra", "Right ascension of the centre, ICRS", true),
                        new Parameter("DEC", "double", "deg", "pos.eq.dec", "Declination of the centre, ICRS", true),
                        new Parameter("SR", "double", "deg", "phys.angSize;pos.eq", "Radius", true),
                        new Parameter("VERB", "int", "", "", "1, 2 or 3: few, usual or all columns", false)));
    }

    /** Image search, links and cutouts of a centre. */
    static List<SkyCapability> images(String centre) {
        Parameter id = new Parameter("ID", "char(*)", "", "meta.id;meta.main", "Publisher's data set identifier", true);
        return List.of(
                new SkyCapability(
                        "ivo://ivoa.net/std/SIA#query-2.0",
                        centre + "/sia2/query",
                        VOTABLE,
                        List.of(
                                new Parameter(
                                        "POS", "char(*)", "deg", "pos.outline;obs", "CIRCLE, RANGE or POLYGON", false),
                                new Parameter("BAND", "double(2)", "m", "em.wl", "Wavelengths in vacuum", false),
                                new Parameter("TIME", "double(2)", "d", "time", "MJD", false),
                                new Parameter("MAXREC", "int", "", "", "Most rows", false))),
                new SkyCapability(
                        "ivo://ivoa.net/std/DataLink#links-1.1",
                        centre + "/links",
                        ObsCoreTable.LINKS_TYPE,
                        List.of(id)),
                new SkyCapability(
                        "ivo://ivoa.net/std/SODA#sync-1.0",
                        centre + "/soda/sync",
                        "image/fits",
                        List.of(
                                id,
                                new Parameter("CIRCLE", "double(3)", "deg", "pos.outline;obs", "Circle", false),
                                new Parameter("POLYGON", "double(*)", "deg", "pos.outline;obs", "Polygon", false),
                                new Parameter("POS", "char(*)", "", "pos.outline;obs", "Region", false),
                                new Parameter("BAND", "double(2)", "m", "em.wl;stat.interval", "Wavelengths", false))));
    }
}
