package org.volans.ui.tests;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A VOTable of a few stars with SDSS magnitudes, as another program keeps it outside of the workspace. */
final class PhotometryFile {

    static final int ROWS = 8;

    private PhotometryFile() {}

    /** What a row is called. */
    static String name(int row) {
        return "Star " + (char) ('A' + row);
    }

    /** Writes it; the names stand the other way round than the magnitudes. */
    static URI write(Path file) throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            double mag = 20 - i;
            rows.append(String.format(
                    java.util.Locale.ROOT,
                    "<TR><TD>%s</TD><TD>%f</TD><TD>47.5</TD><TD>%f</TD><TD>%f</TD><TD>%f</TD></TR>%n",
                    name(i),
                    239 + i * 0.1,
                    mag + 1,
                    mag,
                    mag - 0.5));
        }
        String field = "<FIELD name=\"%s\" datatype=\"%s\" unit=\"%s\" ucd=\"%s\"%s/>";
        Files.writeString(
                file,
                "<VOTABLE version=\"1.4\" xmlns=\"http://www.ivoa.net/xml/VOTable/v1.3\"><RESOURCE><TABLE name=\"stars of SDSS12\">"
                        + String.format(field, "name", "char", "", "meta.id;meta.main", " arraysize=\"*\"")
                        + String.format(field, "ra", "double", "deg", "pos.eq.ra;meta.main", "")
                        + String.format(field, "dec", "double", "deg", "pos.eq.dec;meta.main", "")
                        + String.format(field, "gmag", "double", "mag", "phot.mag;em.opt.B", "")
                        + String.format(field, "rmag", "double", "mag", "phot.mag;em.opt.R", "")
                        + String.format(field, "imag", "double", "mag", "phot.mag;em.opt.I", "")
                        + "<DATA><TABLEDATA>" + rows + "</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>");
        return file.toUri();
    }
}
