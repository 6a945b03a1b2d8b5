package org.volans.table.ui.internal.rows;

import java.util.Arrays;

/**
 * Sorts numbers of rows by what stands in the rows, in place and stable: a merge sort, since the JDK has none for {@code int}
 * with an order of its own, and a quicksort's depth is not bounded for the sorted columns that tables are full of.
 */
final class IndexSort {

    private static final int SHORT = 12;

    /** The order. */
    @FunctionalInterface
    interface Order {

        /** Negative, zero or positive as for a comparator. */
        int compare(int a, int b);
    }

    private final Order order;

    private IndexSort(Order order) {
        this.order = order;
    }

    /** Sorts a part of an array. */
    static void sort(int[] indexes, int start, int end, Order order) {
        IndexSort sort = new IndexSort(order);
        if (end - start <= SHORT) {
            sort.insert(indexes, start, end);
        } else {
            int[] part = Arrays.copyOfRange(indexes, start, end);
            sort.sort(part.clone(), part, 0, part.length);
            System.arraycopy(part, 0, indexes, start, part.length);
        }
    }

    /** Sorts a part of one array into the other; both hold the same at first. */
    private void sort(int[] from, int[] to, int start, int end) {
        if (end - start <= SHORT) {
            insert(to, start, end);
            return;
        }
        int middle = (start + end) >>> 1;
        sort(to, from, start, middle);
        sort(to, from, middle, end);
        if (order.compare(from[middle - 1], from[middle]) <= 0) {
            System.arraycopy(from, start, to, start, end - start);
            return;
        }
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = right >= end || left < middle && order.compare(from[left], from[right]) <= 0;
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }

    private void insert(int[] array, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            int moved = array[i];
            int j = i;
            while (j > start && order.compare(array[j - 1], moved) > 0) {
                array[j] = array[j - 1];
                j--;
            }
            array[j] = moved;
        }
    }
}
