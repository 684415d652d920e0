package org.salacrm.core.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.api.action.ActionResult;
import org.salacrm.api.action.Actions;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.api.security.Caller;
import org.salacrm.test.Proves;

public class ConversionsTest extends ActionCase {
    private static final String YAML =
            """
            conversions:
              test.copy:
                entity: account
                steps:
                  - name: twin
                    entity: account
                    map: {name: name, addresses: addresses, source: =referral}
                    ask: [name*, phone]
            """;

    @Override
    protected String yaml() {
        return YAML;
    }

    private long account(Map<String, Object> values) {
        return world.records.create("account", values).id();
    }

    @Test
    public void qualifyMakesAccountAndContactAndLeavesOutWhatNoModuleKeeps() {
        long lead = world.records
                .create(
                        "lead",
                        Map.of(
                                "name", "สมชาย ใจดี",
                                "company", "บริษัท ตัวอย่าง จำกัด",
                                "mobile", "0812345678",
                                "owner", 7L,
                                "addresses", List.of(Map.of("street", "1 ถนนสีลม", "province", "กรุงเทพมหานคร"))))
                .id();

        ActionResult result =
                world.run("qualify", "lead", lead, Map.of("account.name", "Example Co.", "contact.name", "Somchai"));

        List<Object> after = world.read("lead", lead, "status", "account", "contact", "qualifiedAt");
        assertThat(after.get(0)).isEqualTo("qualified");
        assertThat(after.get(3)).isEqualTo(world.clock.instant());
        long account = ((Ref) after.get(1)).id();
        assertThat(world.read("account", account, "name")).containsExactly("Example Co.");
        assertThat((List<?>) world.read("account", account, "addresses").get(0)).hasSize(1);
        long contact = ((Ref) after.get(2)).id();
        assertThat(((Ref) world.read("contact", contact, "account").get(0)).id())
                .isEqualTo(account);
        assertThat(result.open()).map(saved -> saved.entity()).contains("contact");
        assertThatThrownBy(() -> world.run("qualify", "lead", lead, Map.of())).isInstanceOf(ConflictException.class);
    }

    @Test
    public void qualifyTakesAnExistingAccountAndSkipsWhatIsNotWanted() {
        long existing = account(Map.of("name", "Old friend"));
        long lead = world.records
                .create("lead", Map.of("name", "New person", "company", "Old friend"))
                .id();

        long before = world.queries.count("account", Filter.NONE);
        world.run("qualify", "lead", lead, Map.of("account.id", String.valueOf(existing), "contact", false));

        List<Object> after = world.read("lead", lead, "account", "contact");
        assertThat(((Ref) after.get(0)).id()).isEqualTo(existing);
        assertThat(after.get(1)).isNull();
        assertThat(world.queries.count("account", Filter.NONE)).isEqualTo(before);
    }

    @Test
    public void whatALeadOfAnotherTeamBecomesStaysWithThatTeam() {
        long lead = lead("Given away");
        world.callers.be(Caller.system("test"));
        long team = world.records.create("team", Map.of("name", "Far away")).id();
        world.records.update("lead", lead, Records.ANY_VERSION, Map.of("team", String.valueOf(team)));
        world.asUser().rights.addAll(List.of("!account.assign", "!contact.assign"));
        world.run("qualify", "lead", lead, Map.of());
        Ref account = (Ref) world.read("lead", lead, "account").get(0);
        assertThat(((Ref) world.read("account", account.id(), "team").get(0)).id())
                .isEqualTo(team);
    }

    @Test
    @Proves({"ACT-13", "LCA-29"})
    public void whatWasDoneWithALeadIsPartOfTheCustomersHistory() {
        long other = account(Map.of("name", "Other customer"));
        long lead = lead("Called often");
        long call = call(lead, Map.of());
        long introduced = call(lead, Map.of("account", other));
        long elsewhere = call(lead("Called too"), Map.of());

        world.run("qualify", "lead", lead, Map.of());

        List<Object> became = world.read("lead", lead, "account", "contact");
        assertThat(world.read("activity", call, "account", "contact")).isEqualTo(became);
        assertThat(world.queries.count("activity", Filter.eq("account", ((Ref) became.get(0)).id())))
                .isEqualTo(1);
        assertThat(((Ref) world.read("activity", introduced, "account").get(0)).id())
                .isEqualTo(other);
        assertThat(world.read("activity", elsewhere, "account")).containsOnlyNulls();
    }

    private long lead(String company) {
        return world.records
                .create("lead", Map.of("name", "Somchai", "company", company))
                .id();
    }

    private long call(long lead, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.putAll(Map.of("type", "phone", "subject", "First call"));
        values.put("regarding", Map.of("entity", "lead", "id", lead));
        return world.records.create("activity", values).id();
    }

    @Test
    public void refusalInAStepNamesStepAndFieldAndNothingIsMade() {
        long lead = world.records.create("lead", Map.of("name", "No company")).id();

        long before = world.queries.count("account", Filter.NONE);
        refused(() -> world.run("qualify", "lead", lead, Map.of()), "account.name invalid.required");
        refused(
                () -> world.run("qualify", "lead", lead, Map.of("account.name", "A", "account.id", "999999")),
                "account.id invalid.reference");
        refused(() -> world.run("qualify", "lead", lead, Map.of("account.owner", 1)), "account.owner invalid.unknown");

        assertThat(world.queries.count("account", Filter.NONE)).isEqualTo(before);
        assertThat(world.read("lead", lead, "status")).containsExactly("new");
    }

    @Test
    public void conversionIsOfferedOnlyToThoseWhoMayMakeItsRecords() {
        assertThat(offers("account")).contains("copy");

        world.rights.add("!account.create");
        assertThat(offers("account")).doesNotContain("copy");
        world.rights.remove("!account.create");
        world.rights.add("!account.update");
        assertThat(offers("account")).isEmpty();
    }

    @Test
    public void copyTakesConstantsPartsAndCorrections() {
        long id = account(Map.of("name", "A", "addresses", List.of(Map.of("street", "1 ถนนสีลม"))));

        long twin = world.run("copy", "account", id, Map.of("twin.phone", "029999999"))
                .open()
                .orElseThrow()
                .id();

        assertThat(world.read("account", twin, "name", "source")).containsExactly("A", "referral");
        assertThat((List<?>) world.read("account", twin, "addresses").get(0)).hasSize(1);
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
