package org.salacrm.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.persistence.PersistenceException;
import org.junit.Test;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.RecordHook;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Scope;
import org.salacrm.api.security.Verb;

/** Many new records that are written together, as a file brings them. */
public class TogetherTest extends WriteTest {

    /** Hooks that write down what they were told and refuse a name. */
    private static final class Listening implements RecordHook {
        private final List<String> told = new ArrayList<>();

        @Override
        public String entity() {
            return "account";
        }

        @Override
        public void before(Change change) {
            told.add("before " + change.value("name").orElse(""));
            if (change.value("name").filter("bad"::equals).isPresent()) {
                throw new InvalidRecordException("name", "invalid.bad");
            }
            change.set("remark", "seen");
        }

        @Override
        public void afterAll(List<? extends Change> created) {
            told.add("all " + created.size());
            RecordHook.super.afterAll(created);
        }

        @Override
        public void after(Change change) {
            told.add("after " + change.value("name").orElse(""));
            if (change.value("name").filter("late"::equals).isPresent()) {
                throw new InvalidRecordException("name", "invalid.late");
            }
        }
    }

    private static Map<String, Object> account(String name, String code) {
        return Map.of("name", name, "code", code, "addresses", List.of(Map.of("street", code + " " + name)));
    }

    /** What became of each: saved, or what was refused. */
    private static List<String> outcome(List<Writes.Made> made) {
        return made.stream()
                .map(one -> one.refusal()
                        .map(why -> why instanceof InvalidRecordException invalid
                                ? invalid.refusals().get(0).messageKey()
                                : why.getClass().getSimpleName())
                        .orElse("saved"))
                .toList();
    }

    private List<String> names(String codes) {
        return world.rows("select name from core_account where code like ? order by code", codes + "%").stream()
                .map(row -> row.get("name").toString())
                .toList();
    }

    @Test
    public void eachIsRefusedForItselfAndTheOthersAreSavedWhole() {
        Listening hook = new Listening();
        world.setHooks(hook);
        int before = world.rows("select id from core_history").size();
        List<Writes.Made> made = world.records.createAll(
                "account",
                List.of(
                        account("first", "A1"),
                        account("bad", "A2"),
                        Map.of("name", "third", "code", "A3", "email", "nobody"),
                        account("fourth", "A4")));
        assertThat(outcome(made)).containsExactly("saved", "invalid.bad", "invalid.email", "saved");
        assertThat(names("A")).containsExactly("first", "fourth");
        assertThat(world.rows("select street from core_account_address where street like 'A%' order by street"))
                .extracting(row -> row.get("street"))
                .containsExactly("A1 first", "A4 fourth");
        assertThat(world.rows("select remark from core_account where code = 'A4'"))
                .extracting(row -> row.get("remark"))
                .containsExactly("seen");
        assertThat(hook.told)
                .containsExactly("before first", "before bad", "before fourth", "all 2", "after first", "after fourth");
        assertThat(world.rows("select id from core_history")).hasSize(before + 2);
        assertThat(world.rows("select events from core_outbox order by id"))
                .last()
                .extracting(row -> row.get("events").toString())
                .matches(events -> made.stream()
                        .flatMap(one -> one.saved().stream())
                        .allMatch(saved -> events.toString().contains(String.valueOf(saved.id()))));
    }

    @Test
    public void aCodeGoesToTheFirstAndStaysFreeWhenThatOneIsRefused() {
        world.records.create("account", account("there", "B0"));
        List<Writes.Made> made = world.records.createAll(
                "account",
                List.of(
                        account("taken", "B0"),
                        Map.of("name", "spoilt", "code", "B1", "email", "nobody"),
                        account("next", "B1"),
                        account("again", "B1")));
        assertThat(outcome(made)).containsExactly("invalid.unique", "invalid.email", "saved", "invalid.unique");
        assertThat(names("B")).containsExactly("there", "next");
    }

    @Test
    public void whatSomebodyRefusesAfterwardsLeavesNothingOfAll() {
        world.setHooks(new Listening());
        assertThatThrownBy(() ->
                        world.records.createAll("account", List.of(account("early", "C1"), account("late", "C2"))))
                .isInstanceOf(InvalidRecordException.class);
        assertThatThrownBy(() -> world.records.transaction(() -> {
                    assertThatThrownBy(() -> world.records.createAll("account", List.of(account("late", "C2"))))
                            .isInstanceOf(InvalidRecordException.class);
                    return world.records.create("account", account("other", "C3"));
                }))
                .isInstanceOf(PersistenceException.class);
        assertThat(names("C")).isEmpty();
    }

    @Test
    public void whomARecordMayBeGivenToIsAskedForEach() {
        world.rights.scopes.put("account." + Verb.ASSIGN, Scope.NONE);
        List<Writes.Made> made = world.as(
                World.user(7),
                () -> world.records.createAll(
                        "account", List.of(account("mine", "D1"), Map.of("name", "his", "code", "D2", "owner", 8))));
        assertThat(made.get(1).refusal()).containsInstanceOf(ForbiddenException.class);
        assertThat(names("D")).containsExactly("mine");
        world.rights.scopes.put("account." + Verb.CREATE, Scope.NONE);
        List<Writes.Made> none =
                world.as(World.user(7), () -> world.records.createAll("account", List.of(account("none", "D3"))));
        assertThat(none.get(0).refusal()).containsInstanceOf(ForbiddenException.class);
    }
}
