package org.volans.sed.ui.internal;

import java.text.FieldPosition;
import java.text.Format;
import java.text.ParsePosition;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** Texts for which a chart lays out room and that nobody sees: {@link AxisPainter} draws the labels. */
@NonNullByDefault({})
final class RoomForLabels extends Format {

    private static final long serialVersionUID = 1L;
    private final transient Supplier<String> widest;

    RoomForLabels(Supplier<String> widest) {
        this.widest = widest;
    }

    @Override
    public StringBuffer format(Object value, StringBuffer to, FieldPosition position) {
        return to.append(widest.get());
    }

    @Override
    public @Nullable Object parseObject(String source, ParsePosition position) {
        return null; // axes are drawn, never typed into
    }
}
