package org.salacrm.core.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.salacrm.api.action.Action;
import org.salacrm.api.action.ActionInput;
import org.salacrm.api.action.ActionResult;
import org.salacrm.api.action.Actions;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.query.Sort;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.store.Sql;

public class DefinedActionsTest extends ActionCase {
    private static final String YAML =
            """
            pickLists:
              rating:
                items:
                  - {code: hot, label: {th: มาก, en: Hot}, phase: open, percent: 80}
                  - {code: warm, label: {th: กลาง, en: Warm}, phase: open, percent: 50}
                  - {code: cold, label: {th: น้อย, en: Cold}, phase: open, percent: 20}
                  - {code: gone, label: {th: หมด, en: Gone}, phase: lost, percent: 0}
            lifecycles:
              test.account:
                entity: account
                field: rating
                initial: warm
                transitions:
                  - {id: move, from: [open], to: (open)}
                  - id: lose
                    from: [open]
                    to: gone
                    fields: ["remark*", "fax = phone"]
                    set: {website: null, email: gone@example.com}
                    when: {field: phone, op: notEmpty}
                  - {id: revive, from: [lost], to: warm, permission: account.revive}
                locked: {lost: [name]}
            """;

    @Override
    protected String yaml() {
        return YAML;
    }

    private long account(Map<String, Object> values) {
        return world.records.create("account", values).id();
    }

    @Test
    public void itIsWrittenDownInWhichStateEachOfThoseWrittenTogetherBegins() {
        List<Long> made = world
                .records
                .createAll("account", List.of(Map.of("name", "A"), Map.of("name", "B", "rating", "hot")))
                .stream()
                .map(one -> one.saved().orElseThrow().id())
                .toList();
        assertThat(made)
                .flatExtracting(id -> new Sql(world.store.tx())
                        .list(
                                "select to_state from core_stage_change where record_id = ?",
                                row -> row.getString(1),
                                id))
                .containsExactly("warm", "hot");
    }

    @Test
    public void newRecordBeginsInTheInitialStateOrAnotherOfItsPhase() {
        assertThat(world.read("account", account(Map.of("name", "A")), "rating"))
                .containsExactly("warm");
        assertThat(world.read("account", account(Map.of("name", "A", "rating", "hot")), "rating"))
                .containsExactly("hot");
        refused(() -> account(Map.of("name", "A", "rating", "gone")), "rating invalid.state.initial");

        world.callers.be(Caller.system("import"));
        assertThat(world.read("account", account(Map.of("name", "A", "rating", "gone")), "rating"))
                .containsExactly("gone");
    }

    @Test
    public void whatIsOverAlreadyIsWrittenDownAsOverWhereTheDefinitionSaysSo() {
        Map<String, Object> call = Map.of("type", "phone", "subject", "Called back", "status", "completed");

        long id = world.records.create("activity", call).id();

        assertThat(world.read("activity", id, "status")).containsExactly("completed");
    }

    @Test
    public void stateChangesByItsVerbsOnly() {
        long id = account(Map.of("name", "A"));

        refused(() -> world.records.update("account", id, -1, Map.of("rating", "hot")), "rating invalid.state");
        ActionResult result = world.run("move", "account", id, Map.of("rating", "hot"));

        assertThat(world.read("account", id, "rating")).containsExactly("hot");
        assertThat(result.messageKey()).isEqualTo("action.moved");
        assertThat(result.values()).isEqualTo(Map.of("state", "Hot"));
    }

    @Test
    public void transitionAsksFillsAndSets() {
        long id = account(Map.of("name", "A", "phone", "021234567", "website", "https://a.example.com"));

        refused(() -> world.run("lose", "account", id, Map.of()), "remark invalid.required");
        refused(() -> world.run("lose", "account", id, Map.of("name", "B")), "name invalid.unknown");
        world.run("lose", "account", id, Map.of("remark", "closed down"));

        assertThat(world.read("account", id, "rating", "remark", "website", "email"))
                .containsExactly("gone", "closed down", null, "gone@example.com");
        assertThat(world.read("account", id, "fax")).isEqualTo(world.read("account", id, "phone"));
    }

    @Test
    public void verbThatIsNotOfferedNowIsAConflictAndChangesNothing() {
        long id = account(Map.of("name", "A"));
        assertThatThrownBy(() -> world.run("lose", "account", id, Map.of("remark", "x")))
                .as("no phone, so the condition does not hold")
                .isInstanceOfSatisfying(ConflictException.class, e -> {
                    assertThat(e.messageKey()).isEqualTo("conflict.transition");
                    assertThat(e.values().get("state")).isEqualTo("Warm");
                });
        assertThatThrownBy(() -> world.run("dance", "account", id, Map.of())).isInstanceOf(ConflictException.class);
        assertThat(world.read("account", id, "rating")).containsExactly("warm");
    }

    @Test
    public void targetMustBeAStateOfThePhase() {
        long id = account(Map.of("name", "A"));

        refused(() -> world.run("move", "account", id, Map.of()), "rating invalid.required");
        refused(() -> world.run("move", "account", id, Map.of("rating", "gone")), "rating invalid.pick");
    }

    @Test
    public void staleAbsentAndForbiddenAreToldApart() {
        long id = account(Map.of("name", "A", "phone", "021234567"));

        assertThatThrownBy(() -> world.actions.run("move", new ActionInput("account", id, 99, Map.of())))
                .isInstanceOf(StaleRecordException.class);
        assertThatThrownBy(() -> world.run("move", "account", 5, Map.of("rating", "hot")))
                .isInstanceOf(AbsentRecordException.class);
        world.run("lose", "account", id, Map.of("remark", "x"));
        assertThatThrownBy(() -> world.run("revive", "account", id, Map.of())).isInstanceOf(ForbiddenException.class);
        world.rights.add("account.revive");
        world.run("revive", "account", id, Map.of());
        assertThat(world.read("account", id, "rating")).containsExactly("warm");
    }

    @Test
    public void phaseLocksItsFields() {
        long id = account(Map.of("name", "A", "phone", "021234567"));
        world.run("lose", "account", id, Map.of("remark", "x"));

        refused(() -> world.records.update("account", id, -1, Map.of("name", "B")), "name invalid.locked");
        world.records.update("account", id, -1, Map.of("remark", "y"));
    }

    @Test
    public void everyChangeOfStateLeavesATrace() {
        long id = account(Map.of("name", "A", "phone", "021234567"));
        world.clock.forward(86_400 * 3);
        world.run("move", "account", id, Map.of("rating", "cold"));
        world.clock.forward(86_400 / 2);
        world.run("lose", "account", id, Map.of("remark", "x"));

        world.callers.be(Caller.system("test"));
        List<Row> trace = world.queries
                .page(Query.of("stageChange", "fromState", "toState", "days", "downgraded", "changedBy", "account")
                        .where(Filter.eq("subject", id))
                        .sorted(Sort.up("changedAt")))
                .rows();
        assertThat(trace).hasSize(3);
        assertThat(trace.get(0).values().subList(0, 4)).containsExactly(null, "warm", null, false);
        assertThat(trace.get(1).values().subList(0, 2)).containsExactly("warm", "cold");
        assertThat((BigDecimal) trace.get(1).values().get(2)).isEqualByComparingTo("3");
        assertThat(trace.get(1).values().get(3)).isEqualTo(true);
        assertThat(((Ref) trace.get(1).values().get(4)).id()).isEqualTo(7);
        assertThat(((Ref) trace.get(1).values().get(5)).id()).isEqualTo(id);
        assertThat((BigDecimal) trace.get(2).values().get(2)).isEqualByComparingTo("0.5");
        assertThat(trace.get(2).values().get(3)).as("lost is not downgraded").isEqualTo(false);
    }

    @Test
    public void traceFollowsTheOwnerOfItsRecord() {
        long id = account(Map.of("name", "A"));
        world.callers.be(Caller.system("test"));
        long heir = world.records
                .create("user", Map.of("name", "Heir", "login", "heir"))
                .id();
        world.records.update("account", id, -1, Map.of("owner", heir));

        assertThat(world.queries.count("stageChange", Filter.eq("owner", heir).and(Filter.eq("subject", id))))
                .isEqualTo(1);
    }

    @Test
    public void verbsAreOfferedToThoseWhoHaveTheRight() {
        assertThat(offers("account")).contains("move", "lose").doesNotContain("revive");

        world.rights.add("account.revive");
        assertThat(offers("account")).contains("revive");
        world.rights.add("!account.update");
        assertThat(offers("account")).isEmpty();
    }

    @Test
    public void offerSaysWhatIsAskedAndWhen() {
        Actions.Offer lose = world.actions.of("account").stream()
                .filter(o -> o.id().equals("lose"))
                .findFirst()
                .orElseThrow();

        assertThat(lose.kind()).isEqualTo("transition");
        assertThat(lose.to()).contains("gone");
        assertThat(lose.fields())
                .containsExactly(
                        new Actions.Ask("remark", "account", "remark", "", true),
                        new Actions.Ask("fax", "account", "fax", "phone", false));
        assertThat(lose.when().tree().toString()).contains("hot", "warm", "cold", "notEmpty");
    }

    @Test
    public void codeIsAVerbLikeAnyOther() {
        long id = account(Map.of("name", "A"));
        world.verbs.with(List.of(new Shout(world)));
        world.rights.add("account.shout");

        assertThat(offers("account")).contains("shout");
        world.run("shout", "account", id, Map.of());

        assertThat(world.read("account", id, "name", "rating")).containsExactly("A!", "hot");
        world.rights.remove("account.shout");
        assertThat(offers("account")).doesNotContain("shout");
    }

    private record Shout(ActionWorld world) implements Action {
        @Override
        public String entity() {
            return "account";
        }

        @Override
        public String id() {
            return "shout";
        }

        @Override
        public ActionResult run(ActionInput input) {
            String name = (String) world.read("account", input.id(), "name").get(0);
            world.records.update("account", input.id(), input.version(), Map.of("name", name + "!", "rating", "hot"));
            return new ActionResult("", Map.of(), Optional.empty());
        }
    }

    private List<String> offers(String entity) {
        return world.actions.of(entity).stream().map(Actions.Offer::id).toList();
    }

    private static void refused(Runnable work, String... refusals) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(InvalidRecordException.class, e -> assertThat(e.refusals())
                .extracting(r -> r.field() + " " + r.messageKey())
                .containsExactly(refusals));
    }
}
