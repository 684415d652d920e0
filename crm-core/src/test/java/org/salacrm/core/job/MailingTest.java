package org.salacrm.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.Records;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.testing.Steps;

public class MailingTest extends ActionCase {
    private static final Map<String, Object> WORDS = Map.of("subject", "News", "body", "We have moved");
    private static final String SIGNATURES = "\n\nวิภา\n\nร้านศาลา";
    private BulkWorld jobs;
    private String mark;

    @Before
    public void open() {
        jobs = new BulkWorld(world);
        mark = "Company " + world.ids.incrementAndGet();
        world.rights.add("mail.send");
    }

    @After
    public void withdraw() {
        world.rights.remove("mail.send");
    }

    @Test
    public void eachIsWrittenToAtItsOwnAddressOnceAndNothingCanBeUndone() {
        String one = lead(Map.of("email", "one@b.co.th"));
        String two = lead(Map.of("email", "two@b.co.th", "preferredContact", "email"));

        Map<String, Object> result = run(List.of(one, two, one), WORDS);

        assertThat(result).containsEntry("done", 2).containsEntry("failed", 0).doesNotContainKey("undo");
        assertThat(letters(one)).containsExactly("one@b.co.th: News: We have moved");
        assertThat(letters(two)).containsExactly("two@b.co.th: News: We have moved");
    }

    @Test
    public void whoHasNoAddressAndWhoPrefersAnotherWayIsToldAndNotWrittenTo() {
        String none = lead(Map.of());
        String phone = lead(Map.of("email", "phone@b.co.th", "preferredContact", "phone"));
        String good = lead(Map.of("email", "good@b.co.th"));

        Map<String, Object> result = run(List.of(none, phone, good, "99"), WORDS);

        assertThat(result).containsEntry("done", 1).containsEntry("failed", 3);
        assertThat(result.get("refusals").toString())
                .contains("id=" + none)
                .contains("There is none, so nobody was written to")
                .contains("id=" + phone)
                .contains("Prefers another way, so no e-mail was sent")
                .contains("id=99");
        assertThat(letters(good)).hasSize(1);
        assertThat(letters(phone)).isEmpty();
        assertThat(run(List.of(phone), Map.of("subject", "News", "body", "Hi", "anyway", true)))
                .containsEntry("done", 1);
        assertThat(letters(phone)).containsExactly("phone@b.co.th: News: Hi");
    }

    @Test
    public void whoDidNotAgreeIsNotWrittenToWhateverWayHePrefers() {
        String silent = lead(Map.of("email", "silent@b.co.th"));
        String agreed = lead(Map.of("email", "agreed@b.co.th"));
        Map<String, Object> news = Map.of("name", "News " + mark, "text", "We may write to you", "massMail", true);
        long purpose = world.records.create("consentPurpose", news).id();
        world.records.create("consent", Map.of("purpose", purpose, "lead", agreed));

        Map<String, Object> result = run(List.of(silent, agreed), Map.of("subject", "N", "body", "B", "anyway", true));

        world.records.update("consentPurpose", purpose, Records.ANY_VERSION, Map.of("active", false));
        assertThat(result).containsEntry("done", 1).containsEntry("failed", 1);
        assertThat(result.get("refusals").toString()).contains("id=" + silent).contains("Did not agree");
        assertThat(letters(silent)).isEmpty();
        assertThat(letters(agreed)).hasSize(1);
    }

    @Test
    public void anAddressThatMayNotBeReadIsNotWrittenTo() {
        String lead = lead(Map.of("email", "secret@b.co.th"));
        world.rights.add("!lead.email");
        try {
            assertThat(run(List.of(lead), WORDS)).containsEntry("failed", 1);
        } finally {
            world.rights.remove("!lead.email");
        }
        assertThat(letters(lead)).isEmpty();
    }

    @Test
    public void aTemplateIsFilledInForEach() {
        String template = template("lead");
        List<String> leads = IntStream.range(0, 3)
                .mapToObj(i -> lead(Map.of("email", "n" + i + "@b.co.th", "name", "Name " + i)))
                .toList();

        assertThat(run(leads, Map.of("template", template))).containsEntry("done", 3);
        assertThat(run(leads.subList(0, 1), Map.of("template", template, "language", "en")))
                .containsEntry("done", 1);

        assertThat(letters(leads.get(0)))
                .containsExactlyInAnyOrder(
                        "n0@b.co.th: สวัสดี Name 0: เรียน Name 0" + SIGNATURES,
                        "n0@b.co.th: Hello Name 0: Dear Name 0" + SIGNATURES);
        assertThat(letters(leads.get(2))).containsExactly("n2@b.co.th: สวัสดี Name 2: เรียน Name 2" + SIGNATURES);
    }

    @Test
    public void whatGoesOnAfterAStopWritesToNobodyTwice() {
        world.records.transaction(() -> IntStream.range(0, 250)
                .mapToObj(i -> lead(i % 50 == 7 ? Map.of() : Map.of("email", "m" + i + "@b.co.th")))
                .toList());
        Map<String, Object> order = order(
                Map.of("filter", Filter.eq("company", mark).tree()), Map.of("subject", "News " + mark, "body", "x"));
        Steps steps = new Steps();
        steps.stopAfter = 1;
        assertThat(jobs.bulk.run(order, steps)).containsEntry("done", 98);
        steps.stopAfter = Integer.MAX_VALUE;

        assertThat(jobs.bulk.run(order, steps)).containsEntry("done", 245).containsEntry("failed", 5);

        List<Row> left = world.queries
                .page(Query.of("activity", "place")
                        .where(Filter.eq("subject", "News " + mark))
                        .limit(200))
                .rows();
        assertThat(world.queries.count("activity", Filter.eq("subject", "News " + mark)))
                .isEqualTo(245);
        assertThat(left).extracting(row -> row.values().get(0)).doesNotHaveDuplicates();
    }

    @Test
    public void whatCanBeSentToNobodyIsRefusedBeforeItBecomesAJob() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("subject", " ", "body", "x"),
                Map.of("subject", 7, "body", "x"),
                Map.of("subject", "x", "body", "y", "cc", "z@b.co.th"),
                Map.of("subject", "x", "body", "y", "language", "en"),
                Map.of("template", "99"),
                Map.of("template", template("account")),
                Map.of("template", template("lead"), "subject", "x"),
                Map.of("template", template("lead"), "language", "fr"))) {
            assertThatThrownBy(() -> jobs.bulk.check(order(Map.of("ids", List.of("1")), wrong)))
                    .as("%s", wrong)
                    .isInstanceOf(MalformedQueryException.class);
        }
        Map<String, Object> product = new HashMap<>(order(Map.of("ids", List.of("1")), WORDS));
        product.put("entity", "product");
        assertThatThrownBy(() -> jobs.bulk.check(product)).isInstanceOf(MalformedQueryException.class);
    }

    @Test
    public void whoMayNotSendOneMayNotSendMany() {
        world.rights.remove("mail.send");

        assertThatThrownBy(() -> jobs.bulk.check(order(Map.of("ids", List.of("1")), WORDS)))
                .isInstanceOf(ForbiddenException.class);
    }

    private Map<String, Object> run(List<String> ids, Map<String, Object> values) {
        return jobs.bulk.run(order(Map.of("ids", ids), values), new Steps());
    }

    private static Map<String, Object> order(Map<String, Object> which, Map<String, Object> values) {
        Map<String, Object> order = new HashMap<>(which);
        order.putAll(Map.of("entity", "lead", "verb", "mail", "values", values));
        return order;
    }

    private String lead(Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(Map.of("name", "Lead", "company", mark));
        values.putAll(more);
        return Long.toString(world.records.create("lead", values).id());
    }

    private String template(String entity) {
        Map<String, Object> values = new HashMap<>();
        values.putAll(Map.of("name", mark + entity + world.ids.incrementAndGet(), "entity", entity));
        values.putAll(Map.of("subject", "สวัสดี {{name}}", "body", "เรียน {{name}}"));
        values.putAll(Map.of("subjectEn", "Hello {{name}}", "bodyEn", "Dear {{name}}"));
        return Long.toString(world.records.create("mailTemplate", values).id());
    }

    private List<String> letters(String lead) {
        return world
                .queries
                .page(Query.of("activity", "place", "subject", "description")
                        .where(Filter.eq("regarding", Long.parseLong(lead)))
                        .limit(10))
                .rows()
                .stream()
                .map(row -> row.values().get(0) + ": " + row.values().get(1) + ": "
                        + row.values().get(2))
                .toList();
    }
}
