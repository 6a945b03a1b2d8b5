package org.volans.adql.ui.internal.assist;

/** Text for hovers, in the few tags that the workbench's information control knows. */
final class Prose {

    private static final int LONGEST = 1200;

    private Prose() {}

    static String html(String title, String detail, String text) {
        StringBuilder html = new StringBuilder("<b>").append(escape(title)).append("</b>");
        if (!detail.isBlank() && !text.strip().startsWith(detail.strip())) {
            html.append("<br>").append(escape(detail));
        }
        if (!text.isBlank()) {
            String some = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
            html.append("<p>")
                    .append(escape(some.strip()).replace("\n\n", "<p>"))
                    .append("</p>");
        }
        return html.toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
