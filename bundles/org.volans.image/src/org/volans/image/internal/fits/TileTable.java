package org.volans.image.internal.fits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table that holds a compressed image: a row for each tile, its bytes in the heap (FITS 4.0, sections 7.3 and 10.1). */
final class TileTable {

    private static final Pattern FORM = Pattern.compile("(\\d*)([A-Z])(.*)");

    /**
     * A column.
     *
     * @param offset bytes before it in a row
     * @param type   letter of its TFORM
     */
    private record Column(long offset, char type) {}

    private final FitsSource source;
    private final FitsHdu hdu;
    private final Map<String, Column> columns = new HashMap<>();
    private final long rowBytes;
    private final long rows;
    private final long heap;

    TileTable(FitsSource source, FitsHdu hdu) throws IOException {
        this.source = source;
        this.hdu = hdu;
        FitsHeader header = hdu.header();
        rowBytes = header.integer("NAXIS1", 0);
        rows = header.integer("NAXIS2", 0);
        heap = header.integer("THEAP", rowBytes * rows);
        long offset = 0;
        for (int i = 1; i <= header.integer("TFIELDS", 0); i++) {
            Matcher form = FORM.matcher(header.text("TFORM" + i).strip());
            if (!form.matches()) {
                throw new FitsFault("has a compressed image whose column " + i + " has no readable TFORM");
            }
            String digits = String.valueOf(form.group(1));
            char type = String.valueOf(form.group(2)).charAt(0);
            columns.put(header.text("TTYPE" + i).strip(), new Column(offset, type));
            offset += (digits.isEmpty() ? 1 : Long.parseLong(digits)) * width(type);
        }
    }

    private static int width(char type) {
        return switch (type) {
            case 'I' -> 2;
            case 'J', 'E' -> 4;
            case 'K', 'D', 'C', 'P' -> 8;
            case 'M', 'Q' -> 16;
            default -> 1;
        };
    }

    boolean has(String name) {
        return columns.containsKey(name);
    }

    /** A number of a row; of the header's card of that name when there is no such column; else empty. */
    Optional<Double> number(String name, long row) throws IOException {
        Column column = columns.get(name);
        if (column == null) {
            String card = hdu.header().text(name);
            return card.isEmpty()
                    ? Optional.empty()
                    : Optional.of((double) hdu.header().integer(name, 0));
        }
        ByteBuffer bytes = cell(column, row, width(column.type));
        double value = switch (column.type) {
            case 'D' -> bytes.getDouble();
            case 'E' -> bytes.getFloat();
            case 'K' -> bytes.getLong();
            case 'I' -> bytes.getShort();
            case 'B' -> bytes.get() & 0xff;
            default -> bytes.getInt();
        };
        return Optional.of(value);
    }

    private ByteBuffer cell(Column column, long row, int length) throws IOException {
        if (row < 0 || row >= rows) {
            throw new FitsFault("has a compressed image with fewer tiles than its size needs");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        source.read(bytes, hdu.data() + row * rowBytes + column.offset);
        return bytes.flip();
    }

    /** The bytes of a tile in the heap; empty when this column has none for it. */
    Optional<byte[]> bytes(String name, long row) throws IOException {
        Column column = columns.get(name);
        if (column == null || column.type != 'P' && column.type != 'Q') {
            return Optional.empty();
        }
        ByteBuffer descriptor = cell(column, row, width(column.type));
        long count = column.type == 'Q' ? descriptor.getLong() : descriptor.getInt();
        long at = column.type == 'Q' ? descriptor.getLong() : descriptor.getInt() & 0xffffffffL;
        if (count <= 0) {
            return Optional.empty();
        }
        long length = count * width(elementType(name));
        if (length > Integer.MAX_VALUE - 16 || heap + at + length > hdu.length()) {
            throw new FitsFault("has a compressed image whose tile " + (row + 1) + " lies outside the file");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) length);
        source.read(bytes, hdu.data() + heap + at);
        return Optional.of(bytes.array());
    }

    private char elementType(String name) throws FitsFault {
        for (int i = 1; i <= hdu.header().integer("TFIELDS", 0); i++) {
            if (hdu.header().text("TTYPE" + i).strip().equals(name)) {
                Matcher form = Pattern.compile("\\d*[PQ]([A-Z]).*")
                        .matcher(hdu.header().text("TFORM" + i).strip());
                return form.matches() ? String.valueOf(form.group(1)).charAt(0) : 'B';
            }
        }
        return 'B';
    }

    /** Values of the numbered parameters ZNAMEi, ZVALi. */
    long parameter(String name, long otherwise) throws FitsFault {
        List<String> seen = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            seen.add(hdu.header().text("ZNAME" + i).strip());
        }
        int at = seen.indexOf(name);
        return at < 0 ? otherwise : hdu.header().integer("ZVAL" + (at + 1), otherwise);
    }
}
