package org.salacrm.sfa;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.Change;

/** Gives the products of interest what is left to say: unit and price from the product, the amount from both. */
final class ProductLines {
    private final Queries queries;

    ProductLines(Queries queries) {
        this.queries = queries;
    }

    void price(Change change) {
        if (!change.changed("products")) {
            return;
        }
        List<Map<String, Object>> priced = new ArrayList<>();
        for (Map<String, Object> line : of(change)) {
            Map<String, Object> whole = new LinkedHashMap<>(line);
            if (line.get("product") instanceof Long product
                    && (line.get("price") == null || line.get("unit") == null)) {
                queries.one("product", product, List.of("standardPrice", "unit"))
                        .ifPresent(row -> fill(whole, row));
            }
            whole.put("amount", amount(whole));
            priced.add(whole);
        }
        change.set("products", priced);
    }

    /** The lines as they will be saved. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> of(Change change) {
        return (List<Map<String, Object>>) change.value("products").orElse(List.of());
    }

    /** Sum of the amounts. */
    static BigDecimal total(Change change) {
        return of(change).stream()
                .map(line -> line.get("amount") instanceof BigDecimal amount ? amount : BigDecimal.ZERO)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void fill(Map<String, Object> line, Row product) {
        line.computeIfAbsent("price", key -> product.values().get(0));
        line.computeIfAbsent("unit", key -> product.values().get(1) instanceof Ref unit ? unit.id() : null);
    }

    private static BigDecimal amount(Map<String, Object> line) {
        return line.get("price") instanceof BigDecimal price && line.get("quantity") instanceof BigDecimal quantity
                ? price.multiply(quantity).setScale(2, RoundingMode.HALF_UP)
                : null;
    }
}
