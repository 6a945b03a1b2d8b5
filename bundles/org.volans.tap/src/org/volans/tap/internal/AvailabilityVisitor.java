package org.volans.tap.internal;

import java.util.ArrayList;
import java.util.List;
import org.volans.api.tap.Availability;

/** Reads VOSI availability (VOSI 1.1, section 5). */
final class AvailabilityVisitor implements XmlVisitor {

    private final List<String> notes = new ArrayList<>();
    private String available = "";
    private String upSince = "";
    private String downAt = "";
    private String backAt = "";

    @Override
    public void ends(XmlElement element) {
        String text = element.text();
        switch (element.name()) {
            case "available" -> available = text;
            case "upSince" -> upSince = text;
            case "downAt" -> downAt = text;
            case "backAt" -> backAt = text;
            case "note" -> notes.add(text);
            default -> {
                // the root, or a service's own additions
            }
        }
    }

    /** Whether the document had the one thing that it must have. */
    boolean isComplete() {
        return !available.isEmpty();
    }

    Availability value() {
        boolean yes = available.equalsIgnoreCase("true") || available.equals("1");
        return new Availability(yes, notes, upSince, downAt, backAt);
    }
}
