package org.volans.sed.ui.internal;

import java.util.List;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;

/**
 * Colours and symbols of objects: colours that people with any kind of colour vision can tell apart (Okabe and Ito
 * 2008), in a variant for each background, and shapes besides, for prints and for more objects than colours.
 */
final class SeriesColors {

    private static final List<Color> LIGHT = List.of(
            new Color(0x00, 0x72, 0xb2),
            new Color(0xd5, 0x5e, 0x00),
            new Color(0x00, 0x8a, 0x65),
            new Color(0xb8, 0x5f, 0x92),
            new Color(0xb3, 0x7a, 0x00),
            new Color(0x2f, 0x90, 0xc8),
            new Color(0x50, 0x50, 0x50));

    private static final List<Color> DARK = List.of(
            new Color(0x6c, 0xc0, 0xf5),
            new Color(0xff, 0x9d, 0x4d),
            new Color(0x3f, 0xd0, 0xa4),
            new Color(0xe5, 0x9c, 0xc6),
            new Color(0xf0, 0xe4, 0x42),
            new Color(0x8f, 0xb4, 0xff),
            new Color(0xd0, 0xd0, 0xd0));

    private static final List<PlotSymbolType> SYMBOLS = List.of(
            PlotSymbolType.CIRCLE,
            PlotSymbolType.SQUARE,
            PlotSymbolType.TRIANGLE,
            PlotSymbolType.DIAMOND,
            PlotSymbolType.INVERTED_TRIANGLE);

    private SeriesColors() {}

    static Color color(int index, boolean dark) {
        List<Color> colors = dark ? DARK : LIGHT;
        return colors.get(index % colors.size());
    }

    static PlotSymbolType symbol(int index) {
        return SYMBOLS.get(index % SYMBOLS.size());
    }
}
