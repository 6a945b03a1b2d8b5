package org.volans.table.ui.internal.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.nebula.widgets.nattable.sort.ISortModel;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;
import org.volans.table.ui.internal.rows.SortKey;

/** What the headers say of the sorting; whoever listens does it. UI thread. */
@NonNullByDefault({})
final class SortState implements ISortModel {

    private final Runnable changed;
    private List<SortKey> keys = new ArrayList<>();

    SortState(Runnable changed) {
        this.changed = changed;
    }

    List<SortKey> keys() {
        return List.copyOf(keys);
    }

    /** Takes back what was wished, without telling. */
    void restore(List<SortKey> before) {
        keys = new ArrayList<>(before);
    }

    @Override
    public void sort(int columnIndex, SortDirectionEnum direction, boolean accumulate) {
        if (!accumulate) {
            keys.clear();
        }
        int place = getSortOrder(columnIndex);
        if (direction == SortDirectionEnum.NONE) {
            keys.removeIf(k -> k.column() == columnIndex);
        } else {
            SortKey key = new SortKey(columnIndex, direction == SortDirectionEnum.DESC);
            if (place < 0) {
                keys.add(key);
            } else {
                keys.set(place, key);
            }
        }
        changed.run();
    }

    @Override
    public List<Integer> getSortedColumnIndexes() {
        return keys.stream().map(SortKey::column).toList();
    }

    @Override
    public boolean isColumnIndexSorted(int columnIndex) {
        return getSortOrder(columnIndex) >= 0;
    }

    @Override
    public SortDirectionEnum getSortDirection(int columnIndex) {
        int place = getSortOrder(columnIndex);
        if (place < 0) {
            return SortDirectionEnum.NONE;
        }
        return keys.get(place).descending() ? SortDirectionEnum.DESC : SortDirectionEnum.ASC;
    }

    @Override
    public int getSortOrder(int columnIndex) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).column() == columnIndex) {
                return i;
            }
        }
        return -1;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public List<Comparator> getComparatorsForColumnIndex(int columnIndex) {
        return List.of();
    }

    @Override
    public Comparator<?> getColumnComparator(int columnIndex) {
        return Comparator.naturalOrder();
    }

    @Override
    public void clear() {
        keys.clear();
        changed.run();
    }
}
