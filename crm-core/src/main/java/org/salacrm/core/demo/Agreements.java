package org.salacrm.core.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.query.Sort;

/** What people of customers agreed to, and what some of them took back. */
final class Agreements {
    private static final int AGREED = 4;
    private static final int TAKEN_BACK = 5;
    private static final List<String> WAYS = List.of("paper", "website", "phone", "event");
    private static final String NEWS = "ยินยอมให้บริษัทส่งข่าวสาร โปรโมชัน และคำเชิญร่วมงานทางอีเมล โทรศัพท์ และ LINE";
    private static final String SURVEY = "ยินยอมให้บริษัทติดต่อเพื่อสอบถามความพึงพอใจหลังการขายและการให้บริการ";

    private final Stage stage;
    private final LocalDate today;

    Agreements(Stage stage, LocalDate today) {
        this.stage = stage;
        this.today = today;
    }

    /** By counting, not by chance: nothing else of the company changes with it. */
    void enter() {
        long news = purpose("ข่าวสารและโปรโมชัน", "News and offers", NEWS);
        purpose("สำรวจความพึงพอใจ", "Satisfaction surveys", SURVEY);
        List<Row> people = new ArrayList<>();
        stage.queries.each(Query.of("contact", "owner").sorted(Sort.up("id")), people::add);
        for (int i = 0; i < people.size(); i += AGREED) {
            agrees(news, people.get(i), i / AGREED);
        }
    }

    private long purpose(String name, String nameEn, String text) {
        return stage.pen.create("consentPurpose", Map.of("name", name, "nameEn", nameEn, "text", text));
    }

    private void agrees(long purpose, Row person, int number) {
        Map<String, Object> values = new HashMap<>();
        values.put("purpose", purpose);
        values.put("contact", person.id());
        values.put("way", WAYS.get(number % WAYS.size()));
        values.put("givenOn", today.minusDays(30L + number));
        if (number % TAKEN_BACK == TAKEN_BACK - 1) {
            values.put("state", "withdrawn");
            values.put("withdrawnOn", today.minusDays(number));
        }
        if (person.values().get(0) instanceof Ref owner) {
            values.put("owner", owner.id());
        }
        stage.pen.create("consent", values);
    }
}
