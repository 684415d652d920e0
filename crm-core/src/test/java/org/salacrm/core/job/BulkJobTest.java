package org.salacrm.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.testing.Steps;

public class BulkJobTest extends ActionCase {
    private BulkJob bulk;

    @Before
    public void open() {
        bulk = new UndoParts(world).bulk;
    }

    @Test
    public void everyRecordOfAFilterIsChangedAlthoughItLeavesTheFilter() {
        String mark = mark();
        leads(250, mark);

        Map<String, Object> result = bulk.run(
                Map.of(
                        "entity",
                        "lead",
                        "verb",
                        "update",
                        "filter",
                        Filter.eq("company", mark).tree(),
                        "values",
                        Map.of("company", mark + "!")),
                new Steps());

        assertThat(result).containsEntry("done", 250).containsEntry("failed", 0);
        assertThat(world.queries.count("lead", Filter.eq("company", mark + "!")))
                .isEqualTo(250);
    }

    @Test
    public void refusedRecordsAreNamedWithTheirReasonAndTheOthersAreDone() {
        String mark = mark();
        List<Long> ids = leads(5, mark);
        world.run("work", "lead", ids.get(2), Map.of());

        Map<String, Object> result = bulk.run(
                Map.of(
                        "entity",
                        "lead",
                        "verb",
                        "work",
                        "ids",
                        List.of(text(ids, 0), text(ids, 2), text(ids, 4), "99")),
                new Steps());

        assertThat(result).containsEntry("done", 2).containsEntry("failed", 2);
        assertThat(result.get("refusals").toString())
                .contains("id=" + ids.get(2))
                .contains("label=Lead 2")
                .contains("Working")
                .contains("id=99");
        assertThat(world.read("lead", ids.get(0), "status")).containsExactly("working");
    }

    @Test
    public void whatCanBeDoneToNoRecordIsRefusedBeforeItBecomesAJob() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("verb", "share", "ids", List.of("1"), "values", Map.of("shares", List.of("x"))),
                Map.of("verb", "assign", "ids", List.of("1"), "values", Map.of("rule", "dice")),
                Map.of("verb", "copy", "ids", List.of("1"), "values", Map.of("along", List.of("nothing"))),
                Map.of("verb", "copy", "ids", List.of("1"), "values", Map.of("along", "notes")),
                Map.of("verb", "update", "ids", List.of("1"), "values", Map.of("nothing", 1)),
                Map.of("verb", "update", "ids", List.of("1"), "values", Map.of("expectedValue", "much")),
                Map.of("verb", "update", "ids", List.of("1"), "values", Map.of("company", 7)),
                Map.of("verb", "update", "ids", List.of("1"), "values", Map.of("account", Map.of("id", "x"))),
                Map.of("verb", "update", "ids", List.of("1"), "values", Map.of("interests", 1)),
                Map.of("verb", "update", "ids", List.of("1"), "values", Map.of("addresses", "Bangkok")),
                Map.of("verb", "update", "ids", List.of("1"), "values", Map.of()),
                Map.of("verb", "update", "ids", List.of("1")),
                Map.of("verb", "zz", "ids", List.of("1")),
                Map.of("verb", "delete", "ids", List.of("x")),
                Map.of("verb", "delete", "filter", Map.of("field", "nothing", "op", "empty")),
                Map.of("verb", "delete"))) {
            Map<String, Object> parameters = new HashMap<>(wrong);
            parameters.put("entity", "lead");
            assertThatThrownBy(() -> bulk.check(parameters))
                    .as("%s", wrong)
                    .isInstanceOf(MalformedQueryException.class);
        }
    }

    @Test
    public void whatAnyRecordMayBecomeIsNotRefusedBefore() {
        Map<String, Object> values = new HashMap<>();
        values.put("expectedValue", "1200.50");
        values.put("company", "");
        values.put("account", null);
        values.put("interests", List.of("parts"));
        values.put("addresses", List.of());
        values.put("email", "no address, which each record tells");

        bulk.check(Map.of("entity", "lead", "verb", "update", "ids", List.of("1"), "values", values));
    }

    @Test
    public void jobGoesOnBehindItsLastBatch() {
        String mark = mark();
        leads(120, mark);
        Steps first = new Steps();
        first.stopAfter = 1;
        Map<String, Object> parameters = Map.of(
                "entity",
                "lead",
                "verb",
                "update",
                "filter",
                Filter.eq("company", mark).tree(),
                "values",
                Map.of("position", "Buyer"));

        assertThat(bulk.run(parameters, first)).containsEntry("done", 100);
        first.stopAfter = Integer.MAX_VALUE;

        assertThat(bulk.run(parameters, first)).containsEntry("done", 120);
    }

    @Test
    public void assigningTouchesOwnerAndTeamOnly() {
        assertThatThrownBy(() -> bulk.run(
                        Map.of("entity", "lead", "verb", "assign", "ids", List.of(), "values", Map.of("name", "x")),
                        new Steps()))
                .isInstanceOf(MalformedQueryException.class);
    }

    @Test
    public void deletedRecordsAreGone() {
        String mark = mark();
        List<Long> ids = leads(3, mark);

        bulk.run(Map.of("entity", "lead", "verb", "delete", "ids", List.of(text(ids, 0), text(ids, 1))), new Steps());

        assertThat(world.queries.count("lead", Filter.eq("company", mark))).isEqualTo(1);
    }

    @Test
    public void whatChangedNothingIsNotOfferedToBeUndone() {
        String mark = mark();
        List<String> texts = leads(2, mark).stream().map(String::valueOf).toList();

        Map<String, Object> same = update(texts, Map.of("company", mark));
        Map<String, Object> refused = update(texts, Map.of("owner", "123"));
        Map<String, Object> changed = update(texts, Map.of("company", "Other"));

        assertThat(same).containsEntry("done", 2).doesNotContainKey("undo");
        assertThat(refused).containsEntry("failed", 2).doesNotContainKey("undo");
        assertThat(changed).containsEntry("done", 2).containsKey("undo");
    }

    private Map<String, Object> update(List<String> ids, Map<String, Object> values) {
        return bulk.run(Map.of("entity", "lead", "verb", "update", "ids", ids, "values", values), new Steps());
    }

    private String mark() {
        return "Company " + world.ids.incrementAndGet();
    }

    private List<Long> leads(int number, String company) {
        return world.records.transaction(() -> {
            List<Long> ids = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                ids.add(world.records
                        .create("lead", Map.of("name", "Lead " + i, "company", company))
                        .id());
            }
            return ids;
        });
    }

    private static String text(List<Long> ids, int index) {
        return String.valueOf(ids.get(index));
    }
}
