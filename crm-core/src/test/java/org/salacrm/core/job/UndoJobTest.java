package org.salacrm.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.job.Undos;
import org.salacrm.api.message.Text;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.store.Sql;
import org.salacrm.core.testing.FakeCallers;
import org.salacrm.core.testing.Steps;

/** What was done to many records is put back field by field, and what somebody changed since is left and listed. */
public class UndoJobTest extends ActionCase {
    private UndoParts parts;

    @Before
    public void open() {
        parts = new UndoParts(world);
    }

    private long lead(String name, Object... values) {
        Map<String, Object> all = new HashMap<>(Map.of("name", name));
        for (int i = 0; i < values.length; i += 2) {
            all.put((String) values[i], values[i + 1]);
        }
        return world.records.create("lead", all).id();
    }

    private Object undoOf(String entity, String verb, List<Long> ids, Map<String, Object> values) {
        List<String> texts = ids.stream().map(String::valueOf).toList();
        return parts.bulk
                .run(Map.of("entity", entity, "verb", verb, "ids", texts, "values", values), new Steps())
                .get("undo");
    }

    private void change(String entity, long id, Map<String, Object> values) {
        world.records.update(entity, id, Records.ANY_VERSION, values);
    }

    /** Creates leads as an import does. */
    private List<Long> imported(long undo, int number) {
        parts.rows.begin(undo, 7);
        return world.records.keeping(undo, () -> {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                rows.add(Map.of("name", "New " + i, "addresses", List.of(Map.of("province", "ตาก"))));
            }
            return world.records.createAll("account", rows).stream()
                    .map(made -> made.saved().orElseThrow().id())
                    .toList();
        });
    }

    @Test
    public void aFieldChangedSinceStaysAndIsListedAndTheOthersOfItsRecordArePutBack() {
        long one = lead("One", "company", "Siam", "position", "Buyer");
        long two = lead("Two", "company", "Thai", "position", "Owner");
        Object undo = undoOf(
                "lead", "update", List.of(one, two), Map.of("company", "Wrong", "position", "Wrong", "remark", "x"));
        change("lead", two, Map.of("position", "Director"));
        change("lead", two, Map.of("remark", ""));

        assertThat(parts.undo(undo))
                .containsEntry("done", 1)
                .containsEntry("left", 1)
                .containsEntry("failed", 0);

        assertThat(world.read("lead", one, "company", "position", "remark")).containsExactly("Siam", "Buyer", null);
        assertThat(world.read("lead", two, "company", "position", "remark")).containsExactly("Thai", "Director", null);
        assertThat(parts.left(undo)).singleElement().satisfies(left -> {
            assertThat(left.label()).isEqualTo("Two");
            assertThat(left.by().orElseThrow().id()).isEqualTo(7);
            assertThat(left.fields())
                    .singleElement()
                    .hasToString("Field[name=position, before=Optional[Owner], made=Optional[Wrong],"
                            + " now=Optional[Director]]");
        });
    }

    @Test
    public void whatWasLeftIsPutBackAllTheSameWhereSomebodyInsists() {
        List<Long> ids = List.of(lead("A", "company", "Siam"), lead("B", "company", "Siam"));
        Object undo = undoOf("lead", "update", ids, Map.of("company", "Wrong"));
        ids.forEach(id -> change("lead", id, Map.of("company", "Right")));
        assertThat(parts.undo(undo)).containsEntry("left", 2);
        String step = Long.toString(parts.left(undo).get(1).step());

        assertThat(parts.insist(undo, Map.of(step, List.of("company")))).containsEntry("done", 1);

        assertThat(world.read("lead", ids.get(0), "company")).containsExactly("Siam");
        assertThat(world.read("lead", ids.get(1), "company")).containsExactly("Right");
        assertThat(parts.left(undo)).hasSize(1);
    }

    @Test
    public void changesOfPartsReferencesAndFieldsSetByRulesAreTakenBackToTheSameRows() {
        long account = imported(world.ids.incrementAndGet(), 1).get(0);
        long contact = world.records
                .create("contact", Map.of("name", "สมหญิง", "account", account))
                .id();
        long other = imported(world.ids.incrementAndGet(), 1).get(0);
        Map<String, List<String>> before = parts.state();

        Object parted = undoOf(
                "account",
                "update",
                List.of(account),
                Map.of("addresses", List.of(Map.of("province", "ตรัง"), Map.of("province", "เลย"))));
        Object moved =
                undoOf("contact", "update", List.of(contact), Map.of("account", other, "birthday", "1990-02-03"));
        assertThat(parts.state()).isNotEqualTo(before);

        assertThat(parts.undo(moved)).containsEntry("done", 1);
        assertThat(parts.undo(parted)).containsEntry("done", 1);
        assertThat(parts.state()).isEqualTo(before);
        assertThat(parts.undo(parted)).containsEntry("done", 0);
    }

    @Test
    public void whatWasDeletedIsThereAgain() {
        long id = lead("Gone", "company", "Siam");
        Map<String, List<String>> before = parts.state();
        Object undo = undoOf("lead", "delete", List.of(id), Map.of());
        assertThat(world.queries.one("lead", id, List.of("id"))).isEmpty();

        assertThat(parts.undo(undo)).containsEntry("done", 1);
        assertThat(parts.state()).isEqualTo(before);
    }

    @Test
    public void whatWasMadeIsRemovedWithItsPartsButNotWhereSomebodyWorkedOnIt() {
        Map<String, List<String>> before = parts.state();
        long undo = world.ids.incrementAndGet();
        List<Long> made = imported(undo, 5);
        change("account", made.get(0), Map.of("phone", "021234567"));
        change("account", made.get(1), Map.of("phone", "021234567"));
        change("account", made.get(1), Map.of("phone", ""));
        long contact = world.records
                .create("contact", Map.of("name", "สมหญิง", "account", made.get(2)))
                .id();
        note(made.get(3));

        assertThat(parts.undo(undo)).containsEntry("done", 2).containsEntry("left", 3);
        assertThat(parts.left(undo))
                .extracting(Undos.Left::record)
                .containsExactly(made.get(3), made.get(2), made.get(0));

        world.records.delete("contact", contact, Records.ANY_VERSION);
        sql().update("delete from core_note where record_id = ?", made.get(3));
        Map<String, List<String>> anyway = new HashMap<>();
        parts.left(undo).forEach(left -> anyway.put(Long.toString(left.step()), List.of()));
        assertThat(parts.insist(undo, anyway)).containsEntry("done", 3);
        assertThat(parts.state()).isEqualTo(before);
    }

    private Sql sql() {
        return new Sql(world.store.tx());
    }

    private void note(long account) {
        sql().update(
                        "insert into core_note (id, entity, record_id, note_text, created_at)"
                                + " values (?, 'account', ?, 'x', ?)",
                        world.ids.incrementAndGet(),
                        account,
                        world.clock.instant());
    }

    @Test
    public void whatWasMadeAndThenChangedByTheSameJobIsRemovedAtOnce() {
        Map<String, List<String>> before = parts.state();
        long undo = world.ids.incrementAndGet();
        List<Long> made = imported(undo, 2);
        world.records.keeping(undo, () -> {
            change("account", made.get(0), Map.of("phone", "021234567"));
            return undo;
        });

        assertThat(parts.undo(undo)).containsEntry("done", 3).containsEntry("left", 0);
        assertThat(parts.state()).isEqualTo(before);
    }

    @Test
    public void whatGoesOnAfterItWasUndoneCanBeUndoneAgain() {
        long undo = world.ids.incrementAndGet();
        imported(undo, 1);
        world.clock.forward(1);
        parts.undo(undo);
        assertThat(parts.rows.stands(undo)).isEqualTo("done");

        world.clock.forward(Duration.ofDays(Undos.DAYS).toSeconds());
        imported(undo, 1);

        assertThat(parts.rows.stands(undo)).isEqualTo("possible");
        assertThat(parts.undos().get(undo).undone()).isFalse();
    }

    @Test
    public void whoInsistsOnNothingUndoesNothing() {
        long undo = world.ids.incrementAndGet();
        imported(undo, 1);

        assertThatThrownBy(() -> parts.undos().insist(undo, List.of())).isInstanceOf(MalformedQueryException.class);
    }

    @Test
    public void whoMayNotDeleteIsToldAndTheRestIsUndone() {
        long undo = world.ids.incrementAndGet();
        List<Long> made = imported(undo, 2);
        world.records.keeping(
                undo,
                () -> world.records.update("account", made.get(0), Records.ANY_VERSION, Map.of("phone", "021234567")));
        world.rights.add("!account.delete");

        Map<String, Object> result = parts.undo(undo);

        assertThat(result).containsEntry("done", 1).containsEntry("failed", 2);
        assertThat(result.get("refusals").toString()).contains("label=New 0");
    }

    @Test
    public void anUndoThatWasStoppedGoesOnWhereItWas() {
        Map<String, List<String>> before = parts.state();
        long undo = world.ids.incrementAndGet();
        imported(undo, 250);
        Steps steps = new Steps();
        steps.stopAfter = 1;
        Map<String, Object> parameters = Map.of("undo", undo);

        assertThat(parts.undo.run(parameters, steps)).containsEntry("done", 100);
        steps.stopAfter = Integer.MAX_VALUE;
        assertThat(parts.undo.run(parameters, steps)).containsEntry("done", 250);
        assertThat(parts.state()).isEqualTo(before);
    }

    @Test
    public void nobodyElseAndNobodyAfterThirtyDaysTakesItBack() {
        long undo = world.ids.incrementAndGet();
        imported(undo, 1);
        Undos undos = parts.undos();
        assertThat(undos.get(undo).steps()).isEqualTo(1);

        world.callers.be(FakeCallers.user(8));
        assertThatThrownBy(() -> undos.get(undo)).isInstanceOf(AbsentRecordException.class);
        assertThatThrownBy(() -> undos.start(undo)).isInstanceOf(AbsentRecordException.class);
        assertThatThrownBy(() -> undos.left(undo, 0, 10)).isInstanceOf(AbsentRecordException.class);

        world.callers.be(FakeCallers.user(7));
        world.clock.forward(Duration.ofDays(Undos.DAYS).toSeconds());
        assertThatThrownBy(() -> undos.get(undo)).isInstanceOf(AbsentRecordException.class);
        parts.rows.forgetOld();
        assertThat(parts.rows.next(undo, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    public void aWordThatWasAddedToAListGoesWithTheRecordsThatHadIt() {
        world.rights.add("core.configure");
        Map<String, List<String>> before = parts.state();
        long undo = world.ids.incrementAndGet();
        parts.rows.begin(undo, 7);
        for (String code : List.of("fair", "radio")) {
            PickList list = world.picks.get("leadSource");
            List<PickList.Item> items = new ArrayList<>(list.items());
            items.add(new PickList.Item(code, Text.of(code), items.size(), "neutral", "", Optional.empty(), true));
            world.picks.save(new PickList("leadSource", items));
            world.records.keeping(undo, () -> {
                parts.rows.addedPick(undo, "leadSource", code);
                return undo;
            });
        }
        long lead = lead("Heard", "source", "radio");
        world.rights.remove("core.configure");
        assertThat(parts.undo(undo)).containsEntry("failed", 1).containsEntry("left", 1);
        world.rights.add("core.configure");

        assertThat(parts.undo(undo)).containsEntry("done", 1).containsEntry("left", 1);
        assertThat(world.picks.get("leadSource").item("fair")).isEmpty();
        assertThat(world.picks.get("leadSource").item("radio")).isPresent();

        world.records.delete("lead", lead, Records.ANY_VERSION);
        assertThat(parts.undo(undo)).containsEntry("done", 1);
        assertThat(parts.state()).isEqualTo(before);
    }
}
