package org.salacrm.core.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salacrm.core.demo.Customers.Customer;
import org.salacrm.core.demo.Office.Seller;

/** The daily work with customers: what was done, what waits, what should have been done yesterday. */
final class Visits {
    private static final int YESTERDAY = -1;
    private static final String PRIORITIES = "normal normal normal high urgent low";
    private final Pen pen;
    private final Chance chance;
    private final Days days;
    private final Diary diary;
    private final List<List<String>> kinds = Sheet.read("visits.tsv");

    Visits(Pen pen, Chance chance, Days days, Diary diary) {
        this.pen = pen;
        this.chance = chance;
        this.days = days;
        this.diary = diary;
    }

    /** What lies behind between the first contact and yesterday. */
    void past(Customer customer) {
        int count = chance.between(2, 5);
        for (int i = 0; i < count && customer.since < -3; i++) {
            Instant at = days.at(chance.between(Math.max(customer.since, -540), -2), chance);
            List<String> kind = chance.of(kinds);
            String priority = chance.word(PRIORITIES);
            diary.on(at, customer.seller.caller(), () -> {
                if (customer.id != 0) {
                    Map<String, Object> values = values(kind, customer, at);
                    values.put("status", "completed");
                    values.put("priority", priority);
                    values.put("result", kind.get(2));
                    pen.create("activity", values);
                }
            });
        }
    }

    /** Today, the days ahead, and a little that is late. */
    void ahead(Seller seller, List<Customer> customers) {
        if (customers.isEmpty()) {
            return;
        }
        for (int hour : List.of(9, 10, 13, 15, 16)) {
            plan(days.at(0, hour, 30), seller, chance.of(customers));
        }
        for (int late = 0; late < 2; late++) {
            plan(days.at(-chance.between(1, 4), chance), seller, chance.of(customers));
        }
        for (int day = 1; day <= 21; day++) {
            if (chance.percent(60)) {
                plan(days.at(day, chance), seller, chance.of(customers));
            }
        }
    }

    private void plan(Instant at, Seller seller, Customer customer) {
        List<String> kind = chance.of(kinds);
        String status = chance.word("notStarted notStarted notStarted inProcess waiting");
        String priority = chance.word(PRIORITIES);
        diary.on(days.at(YESTERDAY, 8, 5).minusSeconds(345_600), seller.caller(), () -> {
            Map<String, Object> values = values(kind, customer, at);
            values.put("status", status);
            values.put("priority", priority);
            pen.create("activity", values);
        });
    }

    private Map<String, Object> values(List<String> kind, Customer customer, Instant at) {
        Map<String, Object> values = new HashMap<>();
        values.put("type", kind.get(0));
        values.put("subject", kind.get(1) + " – " + customer.firm.name());
        values.put("startAt", at);
        values.put("minutes", kind.get(0).equals("appointment") ? 90 : 20);
        values.put("regarding", customer.id);
        values.put("regardingType", "account");
        values.put("contact", customer.contacts.isEmpty() ? null : customer.contacts.get(0));
        if (kind.get(0).equals("appointment")) {
            values.put("place", customer.firm.where().address().get("street"));
        }
        return values;
    }
}
