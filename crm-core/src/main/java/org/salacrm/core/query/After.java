package org.salacrm.core.query;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * Where a page begins: behind the row that has these values of the sort keys. Empty values come last going up and first
 * going down; the databases do so by themselves.
 *
 * @param slots numbers of the values, -1 for an empty one
 * @param id number of the row's id
 */
record After(List<Integer> slots, int id) {

    /** Conditions that together give the rows behind; each is a range of the first key, so that an index serves it. */
    List<BiConsumer<From, Sql>> zones(List<Order> orders) {
        if (orders.isEmpty()) {
            return List.of((from, where) -> where.add(" and ").add(behind(from, orders, 0)));
        }
        Order first = orders.get(0);
        if (slots.get(0) < 0) {
            BiConsumer<From, Sql> among = (from, where) ->
                    where.add(" and ").add(first.key(from)).add(" is null and ").add(behind(from, orders, 1));
            BiConsumer<From, Sql> filled =
                    (from, where) -> where.add(" and ").add(first.key(from)).add(" is not null");
            return first.desc() ? List.of(among, filled) : List.of(among);
        }
        BiConsumer<From, Sql> range = (from, where) -> {
            String column = first.key(from);
            String sign = first.desc() ? " < " : " > ";
            where.add(" and ").add(column).add(first.desc() ? " <= " : " >= ").bind(slots.get(0));
            where.add(" and (").add(column).add(sign).bind(slots.get(0)).add(" or ");
            where.add(behind(from, orders, 1)).add(")");
        };
        BiConsumer<From, Sql> empty =
                (from, where) -> where.add(" and ").add(first.key(from)).add(" is null");
        return first.desc() ? List.of(range) : List.of(range, empty);
    }

    /** The rows that are equal in the keys before and behind in this one or a later one. */
    private Sql behind(From from, List<Order> orders, int key) {
        Sql sql = new Sql();
        if (key == orders.size()) {
            boolean desc = !orders.isEmpty() && orders.get(orders.size() - 1).desc();
            return sql.add(from.id()).add(desc ? " < " : " > ").bind(id);
        }
        Order order = orders.get(key);
        String column = order.key(from);
        int slot = slots.get(key);
        Sql rest = behind(from, orders, key + 1);
        if (slot < 0) {
            sql.add("(").add(order.desc() ? column + " is not null or " : "");
            return sql.add("(").add(column).add(" is null and ").add(rest).add("))");
        }
        sql.add("(").add(column).add(order.desc() ? " < " : " > ").bind(slot);
        sql.add(order.desc() ? "" : " or " + column + " is null");
        return sql.add(" or (")
                .add(column)
                .add(" = ")
                .bind(slot)
                .add(" and ")
                .add(rest)
                .add("))");
    }
}
