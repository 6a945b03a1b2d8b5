package org.volans.engine.internal;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.adql.AdqlResult;
import org.volans.api.adql.Translation;
import org.volans.api.table.ColumnMeta;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.RowStore;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.table.Tables;

/** Keeps the rows of a query as a table. */
final class ResultReader {

    private static final int CHECK_EVERY = 1024;

    private final Translation translation;
    private final Map<ColumnMeta, ColumnInfo> sources = new IdentityHashMap<>();

    ResultReader(Translation translation, List<LoadedTable> tables) {
        this.translation = translation;
        tables.forEach(t -> sources.putAll(t.sources()));
    }

    AdqlResult read(ResultSet rows, long maxrec, Cancellation watch) throws SQLException, InputException {
        CellReader[] readers = CellReader.of(rows.getMetaData());
        ColumnInfo[] infos = new ColumnInfo[readers.length];
        for (int i = 0; i < readers.length; i++) {
            infos[i] = info(i, readers[i]);
        }
        try {
            RowStore store = StoragePolicy.getDefaultPolicy().makeRowStore();
            store.acceptMetadata(new RowListStarTable(infos));
            long count = 0;
            boolean more = rows.next();
            while (more && count < maxrec) {
                if (count++ % CHECK_EVERY == 0) {
                    watch.check();
                }
                store.acceptRow(CellReader.row(rows, readers));
                more = rows.next();
            }
            store.endRows();
            return new AdqlResult(store.getStarTable(), more);
        } catch (IOException e) {
            throw new InputException("the result cannot be kept: " + e.getMessage(), e);
        }
    }

    private ColumnInfo info(int index, CellReader reader) {
        ColumnMeta meta = translation.columns().get(index);
        Translation.Origin origin = translation.origins().get(index);
        ColumnInfo info = new ColumnInfo(meta.name(), reader.content(), meta.description());
        info.setUnitString(meta.unit().isEmpty() ? null : meta.unit());
        info.setUCD(meta.ucd().words().isEmpty() ? null : meta.ucd().toString());
        info.setUtype(meta.utype().isEmpty() ? null : meta.utype());
        String xtype = origin.xtype().isEmpty() ? reader.xtype() : origin.xtype();
        info.setXtype(xtype.isEmpty() ? null : xtype);
        ColumnInfo source = origin.column().map(sources::get).orElse(null);
        if (source != null && source.getContentClass() == reader.content()) {
            info.setXtype(source.getXtype());
            info.setUCD(spelling(source.getUCD(), info.getUCD()));
            if (source.isArray()) {
                info.setShape(source.getShape());
            }
            info.setElementSize(source.getElementSize());
            if (Boolean.TRUE.equals(source.getAuxDatumValue(Tables.UBYTE_FLAG_INFO, Boolean.class))) {
                info.setAuxDatum(new DescribedValue(Tables.UBYTE_FLAG_INFO, Boolean.TRUE));
            }
        } else if (reader.content().isArray()) {
            info.setShape(new int[] {-1});
        }
        return info;
    }

    /** The UCD as it came where it is the same, since case is part of UCD1. */
    private static @Nullable String spelling(@Nullable String came, @Nullable String is) {
        return came != null && came.equalsIgnoreCase(is) ? came : is;
    }
}
