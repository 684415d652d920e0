package org.salacrm.core.query;

/**
 * A statement ready to be run with any values.
 *
 * @param slots numbers of the values in the order of the question marks
 * @param reader makes its rows into values
 */
record Plan(String sql, int[] slots, RowReader reader) {}
