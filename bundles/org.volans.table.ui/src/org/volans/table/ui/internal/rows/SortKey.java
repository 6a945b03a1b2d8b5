package org.volans.table.ui.internal.rows;

/**
 * A column to sort by.
 *
 * @param column     its index in the table
 * @param descending greatest first
 */
public record SortKey(int column, boolean descending) {}
