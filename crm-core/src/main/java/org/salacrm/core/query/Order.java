package org.salacrm.core.query;

import java.util.List;

/**
 * A key of the order of a list. The record's id is always the last key and goes the way of the one before.
 *
 * @param codes of a field that is chosen from a list: what records keep, in the order of the list; of a list so long
 *     that nobody knows its order by heart none, it is sorted by the code
 */
record Order(Term term, boolean desc, List<String> codes) {

    private static final int KNOWN_BY_HEART = 50;

    Order {
        codes = codes.size() > KNOWN_BY_HEART ? List.of() : List.copyOf(codes);
    }

    /** What the database sorts by: the column, or the place of its code in the list; an unknown code is the last. */
    String key(From from) {
        if (codes.isEmpty()) {
            return from.sortable(term);
        }
        String column = from.column(term);
        StringBuilder place = new StringBuilder("case when ").append(column).append(" is null then null");
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i).replace("'", "''");
            place.append(" when ")
                    .append(column)
                    .append(" = '")
                    .append(code)
                    .append("' then ")
                    .append(i);
        }
        return place.append(" else ").append(codes.size()).append(" end").toString();
    }

    Class<?> keyType() {
        return codes.isEmpty() ? term.path().field().javaType() : Integer.class;
    }
}
