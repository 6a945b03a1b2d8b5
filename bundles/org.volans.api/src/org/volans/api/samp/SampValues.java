package org.volans.api.samp;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;

/** SAMP's data types (SAMP 1.3, sections 3.3 and 3.4). */
final class SampValues {

    private SampValues() {}

    static Map<String, Object> checked(Map<?, ?> map) {
        Map<String, Object> checked = new LinkedHashMap<>();
        map.forEach((name, value) -> checked.put(String.valueOf(name), value(name, value)));
        return Collections.unmodifiableMap(checked);
    }

    private static Object value(@Nullable Object name, @Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case List<?> list -> list.stream().map(e -> value(name, e)).toList();
            case Map<?, ?> map -> checked(map);
            case null, default ->
                throw new IllegalArgumentException("SAMP knows texts, lists and maps; " + name + " is " + value);
        };
    }

    static double number(String name, String text) throws InputException {
        try {
            double number = Double.parseDouble(text);
            // Java also reads 1d, 0x1p3, NaN and Infinity, which SAMP does not
            if (Double.isFinite(number) && text.matches("[-+0-9.eE]+")) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new InputException("the parameter '" + name + "' is no number: '" + text + "'", e);
        }
        throw new InputException("the parameter '" + name + "' is no number: '" + text + "'");
    }

    static long index(String name, String text) throws InputException {
        // a number of a million digits must not keep us busy
        double rough = number(name, text);
        if (rough >= 0 && rough < Long.MAX_VALUE && text.length() < 40) {
            try {
                return new BigDecimal(text).longValueExact();
            } catch (ArithmeticException e) {
                throw new InputException("the parameter '" + name + "' is no whole number: '" + text + "'", e);
            }
        }
        throw new InputException("the parameter '" + name + "' is no index: '" + text + "'");
    }

    static List<Long> indices(String name, List<?> list) throws InputException {
        List<Long> indices = new ArrayList<>();
        for (Object element : list) {
            indices.add(index(name, String.valueOf(element).strip()));
        }
        return indices;
    }
}
