package org.volans.sky.internal.links;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Polygon;
import org.volans.sky.internal.Xml;
import org.volans.sky.internal.data.DataSet;

/** The description of a cutout service for one data set (SODA 1.0, section 4.2; DataLink 1.1, section 4). */
final class SodaDescriptor {

    private final StringBuilder xml = new StringBuilder();

    private SodaDescriptor() {}

    /**
     * A RESOURCE element.
     *
     * @param resourceId XML ID, unique in the document
     * @param standard   {@code ivo://ivoa.net/std/SODA#sync-1.0} or {@code …#async-1.0}
     */
    static String of(DataSet set, String resourceId, String standard, String url) {
        SodaDescriptor descriptor = new SodaDescriptor();
        descriptor.xml.append("<RESOURCE type=\"meta\" utype=\"adhoc:service\" ID=\"%s\">\n".formatted(resourceId));
        descriptor.xml.append("<DESCRIPTION>Cutouts in position%s</DESCRIPTION>\n"
                .formatted(set.type().equals("cube") ? " and wavelength" : ""));
        descriptor.constant("standardID", "", standard);
        descriptor.constant("accessURL", " ucd=\"meta.ref.url\"", url);
        descriptor.xml.append("<GROUP name=\"inputParams\">\n");
        descriptor.constant("ID", " ucd=\"meta.id;meta.main\"", set.did());
        descriptor.regions(set);
        if (set.type().equals("cube")) {
            descriptor.band(set.wavelengths());
        }
        return descriptor.xml.append("</GROUP>\n</RESOURCE>\n").toString();
    }

    private void constant(String name, String attributes, String value) {
        xml.append("<PARAM name=\"%s\" datatype=\"char\" arraysize=\"*\"%s value=\"%s\"/>\n"
                .formatted(name, attributes, Xml.escape(value)));
    }

    private void regions(DataSet set) {
        Polygon outline = set.image().orElseThrow().outline();
        Circle around = outline.boundingCircle();
        input(
                "CIRCLE",
                "datatype=\"double\" arraysize=\"3\" xtype=\"circle\" unit=\"deg\" ucd=\"pos.outline;obs\"",
                "Circle to cut out: right ascension, declination, radius (ICRS)",
                numbers(around.center().ra(), around.center().dec(), around.radius()));
        input(
                "POLYGON",
                "datatype=\"double\" arraysize=\"*\" xtype=\"polygon\" unit=\"deg\" ucd=\"pos.outline;obs\"",
                "Polygon to cut out: pairs of right ascension and declination (ICRS)",
                numbers(outline.vertices().stream()
                        .flatMapToDouble(v -> DoubleStream.of(v.ra(), v.dec()))
                        .toArray()));
        input(
                "POS",
                "datatype=\"char\" arraysize=\"*\" ucd=\"pos.outline;obs\"",
                "Region to cut out: CIRCLE, RANGE or POLYGON and numbers in degrees (ICRS)",
                "");
    }

    private void band(Interval band) {
        input(
                "BAND",
                "datatype=\"double\" arraysize=\"2\" xtype=\"interval\" unit=\"m\" ucd=\"em.wl;stat.interval\"",
                "Wavelengths in vacuum to cut out",
                numbers(band.low(), band.high()));
    }

    /** What the user gives; the limit is the largest value that makes sense (DALI 1.1, section 3.3). */
    private void input(String name, String attributes, String description, String limit) {
        xml.append("<PARAM name=\"%s\" %s value=\"\">\n<DESCRIPTION>%s</DESCRIPTION>\n"
                .formatted(name, attributes, description));
        if (!limit.isEmpty()) {
            xml.append("<VALUES><MAX value=\"%s\"/></VALUES>\n".formatted(limit));
        }
        xml.append("</PARAM>\n");
    }

    private static String numbers(double... values) {
        return DoubleStream.of(values)
                .mapToObj(v -> String.format(Locale.ROOT, "%.8f", v))
                .collect(Collectors.joining(" "));
    }
}
