package org.salacrm.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.View;
import org.salacrm.api.message.Text;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.Sql;
import org.salacrm.core.testing.FakeCallers;
import org.salacrm.core.testing.SharedStores;

@RunWith(Parameterized.class)
public class StoredSetupTest {
    private static final String SHIPPED =
            """
            views: {sfa.open: {entity: opportunity, order: 1}}
            pickLists: {stage: {items: [{code: a, label: {th: ก, en: A}}, {code: b, label: {th: ข, en: B}}]}}
            """;

    private static final SharedStores STORES = new SharedStores();

    @Parameterized.Parameters(name = "{0}")
    public static Database.Vendor[] databases() {
        return Database.Vendor.values();
    }

    @Parameterized.Parameter
    public Database.Vendor vendor;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private SetupFixture setup;

    @Before
    public void open() {
        setup = new SetupFixture(
                STORES.of(vendor), new ModuleTexts(List.of(new ModuleTexts.ModuleText("sfa/a.yaml", SHIPPED))));
    }

    @AfterClass
    public static void close() {
        STORES.close();
    }

    @Test
    public void deployCoversTheBundleAndTheCompanyCoversBoth() {
        assertThat(order()).isEqualTo(1);
        long before = setup.registry.version();

        setup.stored.take("ours.yaml", "views: {sfa.open: {entity: opportunity, order: 2}}");
        assertThat(order()).isEqualTo(2);
        assertThat(setup.registry.version()).isGreaterThan(before);

        setup.registry.save(View.class, "sfa.open", Map.of("entity", "opportunity", "order", 3));
        assertThat(order()).isEqualTo(3);

        setup.registry.reset(View.class, "sfa.open");
        assertThat(order()).isEqualTo(1);
        assertThat(setup.told).hasSize(3).allMatch(m -> m.type().equals("metadata"));
    }

    @Test
    public void fileTakenAwayTakesItsDefinitionsWithIt() throws Exception {
        DeployInbox inbox = new DeployInbox(setup.stored, setup.callers, setup.clock);
        Path file = folder.newFile("ours.yaml").toPath();
        Files.writeString(file, "views: {sfa.open: {entity: opportunity, order: 2}, own.v: {entity: lead}}");
        inbox.install(file.toFile());
        assertThat(setup.registry.all(View.class)).extracting(View::id).containsExactly("own.v", "sfa.open");

        inbox.uninstall(file.toFile());
        assertThat(setup.registry.all(View.class)).extracting(View::id).containsExactly("sfa.open");
        assertThat(order()).isEqualTo(1);
    }

    @Test
    public void badFileLeavesWhatWas() throws Exception {
        DeployInbox inbox = new DeployInbox(setup.stored, setup.callers, setup.clock);
        Path file = folder.newFile("ours.yaml").toPath();
        Files.writeString(file, "views: {sfa.open: {entity: opportunity, order: 2}}");
        inbox.install(file.toFile());

        Files.writeString(file, "views: {sfa.open: {entity: opportunity, order: 9}, x: {}}");
        inbox.update(file.toFile());

        assertThat(order()).isEqualTo(2);
    }

    @Test
    public void takingTheSameFileAgainChangesNothing() {
        setup.stored.take("ours.yaml", "views: {v: {entity: lead}}");
        long before = setup.registry.version();

        setup.stored.take("ours.yaml", "views: {v: {entity: lead}}");

        assertThat(setup.registry.version()).isEqualTo(before);
        assertThat(setup.told).hasSize(1);
    }

    @Test
    public void badBodyFromADesignerIsRefused() {
        assertThatThrownBy(() -> setup.registry.save(View.class, "v", Map.of("entity", "lead", "colour", "red")))
                .isInstanceOf(MalformedQueryException.class)
                .hasMessageContaining("no key colour");
    }

    @Test
    public void pickListsAreAsShippedUntilTheCompanyChangesThem() {
        assertThat(codes()).containsExactly("a", "b");

        setup.picks.save(new PickList("stage", List.of(item("c", true), item("a", true))));

        assertThat(codes()).containsExactly("c", "a", "b");
        assertThat(setup.picks.get("stage").item("b"))
                .map(PickList.Item::active)
                .contains(false);
        assertThat(setup.picks.get("stage").item("c").orElseThrow().percent()).contains(BigDecimal.TEN);
        assertThat(history("pickList", "stage")).isEqualTo(1);
    }

    @Test
    public void stateWithoutItsPhaseIsRefused() {
        setup.picks.save(new PickList("stage", List.of(item("a", true), item("b", true))));
        PickList.Item unexplained = new PickList.Item("n", Text.of("N"), 2, "", "", Optional.empty(), true);
        PickList bad = new PickList("stage", List.of(item("a", true), unexplained, item("b", true)));

        assertThatThrownBy(() -> setup.picks.save(bad))
                .isInstanceOfSatisfying(InvalidRecordException.class, e -> assertThat(e.refusals())
                        .extracting(InvalidRecordException.Refusal::field, InvalidRecordException.Refusal::messageKey)
                        .containsExactly(tuple("items[1].phase", "invalid.phase")));
        assertThat(codes()).containsExactly("a", "b");
    }

    @Test
    public void codeThatANewerVersionShipsIsAddedAtTheEnd() {
        setup.picks.save(new PickList("stage", List.of(item("a", true), item("b", true))));

        setup.stored.take("new.yaml", "pickLists: {stage: {items: [{code: n, label: {th: น, en: N}}]}}");

        assertThat(codes()).containsExactly("a", "b", "n");
    }

    @Test
    public void rowsNobodyCouldChooseAreRefused() {
        PickList bad = new PickList(
                "stage",
                List.of(
                        new PickList.Item("a b", new Text("", "A"), 0, "pink", "", Optional.empty(), true),
                        new PickList.Item("c", Text.of("C"), 1, "info", "", Optional.of(new BigDecimal(101)), true),
                        item("c", true)));

        assertThatThrownBy(() -> setup.picks.save(bad))
                .isInstanceOfSatisfying(InvalidRecordException.class, e -> assertThat(e.refusals())
                        .extracting(InvalidRecordException.Refusal::field)
                        .containsExactlyInAnyOrder(
                                "items[0].code",
                                "items[0].label.th",
                                "items[0].tone",
                                "items[1].percent",
                                "items[2].code"));
    }

    @Test
    public void onlyWhoMayConfigureChangesTheSetup() {
        setup.callers.be(FakeCallers.user(7));

        assertThatThrownBy(() -> setup.picks.save(new PickList("stage", List.of())))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> setup.settings.company("timeZone", "\"Asia/Bangkok\""))
                .isInstanceOf(ForbiddenException.class);

        setup.permissions.add("core.configure");
        setup.settings.company("timeZone", "\"Asia/Bangkok\"");
        assertThat(setup.settings.company("timeZone")).contains("\"Asia/Bangkok\"");
    }

    @Test
    public void settingsGivenTogetherAreKeptTogetherOrNotAtAll() {
        setup.settings.company(Map.of("k", "1", "l", "1"));
        String tooLong = "x".repeat(64 * 1024 + 1);

        for (String bad : List.of("k", "l")) { // whichever of them is written first
            assertThatThrownBy(() -> setup.settings.company(
                            Map.of("k", bad.equals("k") ? tooLong : "2", "l", bad.equals("l") ? tooLong : "2")))
                    .isInstanceOf(InvalidRecordException.class);
        }

        assertThat(setup.anotherNode().settings.company("k")).contains("1");
        assertThat(setup.anotherNode().settings.company("l")).contains("1");
    }

    @Test
    public void settingsAreKeptPerCompanyAndPerUser() {
        setup.settings.company("k", "1");
        setup.settings.company("k", "2");
        setup.settings.user(5, "k", "3");
        setup.settings.user(5, "k", "4");

        assertThat(setup.settings.company("k")).contains("2");
        assertThat(setup.settings.user(5, "k")).contains("4");
        assertThat(setup.settings.user(6, "k")).isEmpty();
        assertThat(history("setting", "k")).isEqualTo(2);
    }

    @Test
    public void anotherNodesChangeIsSeenWithinSeconds() {
        SetupFixture other = setup.anotherNode();
        assertThat(other.settings.company("k")).isEmpty();

        setup.settings.company("k", "1");

        assertThat(setup.anotherNode().settings.company("k")).contains("1");
        other.clock.forward(6);
        assertThat(other.settings.company("k")).contains("1");
    }

    private int order() {
        return setup.registry.find(View.class, "sfa.open").orElseThrow().order();
    }

    private List<String> codes() {
        return setup.picks.get("stage").items().stream()
                .map(PickList.Item::code)
                .toList();
    }

    private long history(String topic, String subject) {
        return new Sql(setup.tx)
                .first(
                        "SELECT COUNT(*) FROM core_setup_history WHERE topic = ? AND subject = ?",
                        row -> row.getLong(1),
                        topic,
                        subject)
                .orElseThrow();
    }

    private static PickList.Item item(String code, boolean active) {
        return new PickList.Item(
                code, Text.of(code), 0, "neutral", "open", Optional.of(new BigDecimal("10.00")), active);
    }
}
