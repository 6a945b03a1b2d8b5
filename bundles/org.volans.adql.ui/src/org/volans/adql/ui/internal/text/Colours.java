package org.volans.adql.ui.internal.text;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.volans.api.adql.AdqlToken.Kind;

/** How words look on a light and on a dark background, each with a contrast of at least 4.5 to 1. UI thread only. */
final class Colours {

    private static final Map<Kind, TextAttribute> LIGHT = new EnumMap<>(Map.of(
            Kind.KEYWORD, bold(0x1f, 0x4f, 0x9e),
            Kind.FUNCTION, plain(0x7a, 0x3e, 0x9d),
            Kind.GEOMETRY, plain(0x00, 0x6d, 0x77),
            Kind.UPLOAD, bold(0x9a, 0x4f, 0x00),
            Kind.DELIMITED, plain(0x8a, 0x3a, 0x54),
            Kind.STRING, plain(0x2a, 0x73, 0x3a),
            Kind.NUMBER, plain(0x9a, 0x4f, 0x00),
            Kind.COMMENT, plain(0x66, 0x6e, 0x78),
            Kind.BAD, plain(0xb0, 0x23, 0x2c)));

    private static final Map<Kind, TextAttribute> DARK = new EnumMap<>(Map.of(
            Kind.KEYWORD, bold(0x8a, 0xbd, 0xf5),
            Kind.FUNCTION, plain(0xcf, 0xa6, 0xee),
            Kind.GEOMETRY, plain(0x6f, 0xd0, 0xd6),
            Kind.UPLOAD, bold(0xee, 0xb8, 0x70),
            Kind.DELIMITED, plain(0xea, 0xa3, 0xb6),
            Kind.STRING, plain(0x8f, 0xd1, 0x9c),
            Kind.NUMBER, plain(0xee, 0xb8, 0x70),
            Kind.COMMENT, plain(0x9a, 0xa3, 0xad),
            Kind.BAD, plain(0xf2, 0x8b, 0x8b)));

    private static final TextAttribute NONE = new TextAttribute(null);

    private Colours() {}

    private static TextAttribute plain(int red, int green, int blue) {
        return new TextAttribute(new Color(red, green, blue));
    }

    private static TextAttribute bold(int red, int green, int blue) {
        return new TextAttribute(new Color(red, green, blue), null, SWT.BOLD);
    }

    static TextAttribute of(Kind kind, boolean dark) {
        return (dark ? DARK : LIGHT).getOrDefault(kind, NONE);
    }
}
