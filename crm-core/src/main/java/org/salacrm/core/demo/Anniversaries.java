package org.salacrm.core.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.core.demo.Customers.Customer;

/** Founding days of customers and birthdays of people there, so that some fall in every week. */
final class Anniversaries {
    private static final int EACH = 3;
    private static final int YEAR = 365;
    private static final int STEP = 13;

    private final Stage stage;
    private final LocalDate today;

    Anniversaries(Stage stage, LocalDate today) {
        this.stage = stage;
        this.today = today;
    }

    /** By counting, not by chance: nothing else of the company changes with it. */
    void enter(List<Customer> customers) {
        stage.pen.create("anniversaryRule", Map.of("kind", "birthday", "alertDays", "3,0"));
        stage.pen.create("anniversaryRule", Map.of("kind", "founding", "alertDays", "7,0"));
        int number = 0;
        for (Customer customer : customers) {
            if (customer.id != 0 && number++ % EACH == 0) {
                LocalDate day = today.minusYears(5 + number % 20).plusDays(number * STEP % YEAR);
                create("founding", day, customer.seller.id(), "account", customer.id);
            }
        }
        Query birthdays = Query.of("contact", "birthday", "owner").where(Filter.where("birthday", Op.NOT_EMPTY));
        stage.queries.each(birthdays, row -> {
            if (row.values().get(1) instanceof Ref owner) {
                create("birthday", (LocalDate) row.values().get(0), owner.id(), "contact", row.id());
            }
        });
    }

    private void create(String kind, LocalDate day, long owner, String field, long id) {
        Map<String, Object> values = new HashMap<>();
        values.put("kind", kind);
        values.put("day", day);
        values.put("owner", owner);
        values.put(field, id);
        stage.pen.create("anniversary", values);
    }
}
