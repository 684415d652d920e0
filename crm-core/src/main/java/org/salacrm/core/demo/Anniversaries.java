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

    private static final String TEMPLATE = "mailTemplate";
    private static final String HAPPY_BIRTHDAY =
            "เรียน {{contact.name}}\n\nขอให้เป็นวันที่ดี สุขภาพแข็งแรง มีความสุขครับ/ค่ะ\n\n{{sender.name}}";
    private static final String HAPPY_FOUNDING =
            "เรียน {{account.name}}\n\nขอแสดงความยินดีในโอกาสครบรอบวันก่อตั้งบริษัทครับ/ค่ะ\n\n{{sender.name}}";
    private static final String VISIT =
            "เรียน {{name}}\n\nขอนัดเข้าพบเพื่อแนะนำสินค้า สะดวกวันใดโปรดแจ้งกลับครับ/ค่ะ\n\n"
                    + "{{sender.name}} โทร. {{sender.mobile}}";

    private final Stage stage;
    private final LocalDate today;

    Anniversaries(Stage stage, LocalDate today) {
        this.stage = stage;
        this.today = today;
    }

    /** By counting, not by chance: nothing else of the company changes with it. */
    void enter(List<Customer> customers) {
        rule("birthday", "3,0", "อวยพรวันเกิด", "สุขสันต์วันเกิด {{contact.name}}", HAPPY_BIRTHDAY);
        rule("founding", "7,0", "อวยพรวันก่อตั้ง", "ครบรอบวันก่อตั้ง {{account.name}}", HAPPY_FOUNDING);
        stage.pen.create(
                TEMPLATE,
                Map.of("name", "ขอนัดเข้าพบ", "entity", "account", "subject", "ขอนัดเข้าพบ {{name}}", "body", VISIT));
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

    private void rule(String kind, String days, String name, String subject, String body) {
        long template = stage.pen.create(
                TEMPLATE, Map.of("name", name, "entity", "anniversary", "subject", subject, "body", body));
        stage.pen.create("anniversaryRule", Map.of("kind", kind, "alertDays", days, "template", template));
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
