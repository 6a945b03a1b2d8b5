package org.volans.sdk.testing;

/** VOTable documents as text, for a {@link StubServer} to answer with. */
public final class Votables {

    private static final String HEAD =
            "<VOTABLE version='1.4' xmlns='http://www.ivoa.net/xml/VOTable/v1.3'>" + "<RESOURCE type='results'>";
    private static final String TAIL = "</RESOURCE></VOTABLE>";

    private Votables() {}

    /**
     * A document with one table.
     *
     * @param fields FIELD elements; see {@link #number} and {@link #text}
     * @param rows   see {@link #row}
     */
    public static String document(String fields, String... rows) {
        return HEAD + "<INFO name='QUERY_STATUS' value='OK'/><TABLE>" + fields + "<DATA><TABLEDATA>"
                + String.join("", rows) + "</TABLEDATA></DATA></TABLE>" + TAIL;
    }

    /** A document that says that the query failed (DALI 1.1, section 4.4). */
    public static String error(String words) {
        return HEAD + "<INFO name='QUERY_STATUS' value='ERROR'>" + escape(words) + "</INFO>" + TAIL;
    }

    /** A column of numbers. */
    public static String number(String name, String ucd, String unit) {
        return "<FIELD name='" + escape(name) + "' datatype='double'" + attribute("ucd", ucd) + attribute("unit", unit)
                + "/>";
    }

    /** A column of texts. */
    public static String text(String name, String ucd) {
        return "<FIELD name='" + escape(name) + "' datatype='char' arraysize='*'" + attribute("ucd", ucd) + "/>";
    }

    private static String attribute(String name, String value) {
        return value.isEmpty() ? "" : " " + name + "='" + escape(value) + "'";
    }

    /** A row; an empty cell is a blank one. */
    public static String row(String... cells) {
        StringBuilder row = new StringBuilder("<TR>");
        for (String cell : cells) {
            row.append("<TD>").append(escape(cell)).append("</TD>");
        }
        return row.append("</TR>").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
    }
}
