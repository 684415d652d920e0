package org.salacrm.core.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.salacrm.api.definition.DuplicateRule;
import org.salacrm.api.duplicate.Duplicates;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.job.JobState;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.store.Database;
import org.salacrm.core.store.Sql;
import org.salacrm.test.Proves;

@RunWith(Parameterized.class)
public class DuplicatesTest {
    private static final Map<Database.Vendor, ActionWorld> OPEN = new EnumMap<>(Database.Vendor.class);

    @Parameterized.Parameters(name = "{0}")
    public static Database.Vendor[] databases() {
        return Database.Vendor.values();
    }

    @Parameterized.Parameter
    public Database.Vendor vendor;

    private final List<String> started = new ArrayList<>();
    private ActionWorld world;
    private DuplicateRules rules;
    private KeyRows keys;
    private FoundRows found;
    private KeyJob keyJob;
    private FinderJob finder;
    private Duplicates duplicates;
    private Sql sql;

    @Before
    public void open() {
        world = OPEN.computeIfAbsent(vendor, v -> new ActionWorld(v, "")).asUser();
        sql = new Sql(world.store.tx());
        List.of(
                        "core_account",
                        "core_account_address",
                        "core_contact",
                        "core_duplicate_key",
                        "core_duplicate_state",
                        "core_duplicate_not",
                        "core_duplicate_search",
                        "core_duplicate_found",
                        "core_bin")
                .forEach(table -> sql.update("delete from " + table));
        world.registry.all(DuplicateRule.class);
        rules = new DuplicateRules(world.registry, world.types, world.given);
        keys = new KeyRows(world.store.tx());
        found = new FoundRows(world.store.tx(), world.clock);
        keyJob = new KeyJob(
                world.store.tx(),
                rules,
                world.types,
                world.queries,
                keys,
                new KeyLock(world.store.database()),
                world.callers);
        finder = new FinderJob(
                world.store.tx(),
                rules,
                world.types,
                world.queries,
                keys,
                found,
                keyJob,
                world.callers,
                world.given,
                world.ids::incrementAndGet);
        FoundGroups groups = new FoundGroups(rules, world.types, world.queries, found, world.callers);
        duplicates = new StoredDuplicates(
                rules, world.types, world.queries, keys, found, groups, world.callers, world.given, new Noted());
        world.records.with(List.of(new KeyHook(rules, world.types, keys)), List.of(keys));
    }

    @AfterClass
    public static void close() {
        OPEN.values().forEach(ActionWorld::close);
        OPEN.clear();
    }

    /** Notes which jobs were asked for. */
    private final class Noted implements Jobs {
        @Override
        public long start(String kind, Map<String, ?> parameters) {
            started.add(kind);
            return 1;
        }

        @Override
        public Optional<JobState> find(long id) {
            return Optional.empty();
        }

        @Override
        public List<JobState> recent(int limit) {
            return List.of();
        }

        @Override
        public void cancel(long id) {}
    }

    /** Keeps checkpoints and stops when it is told to. */
    private static final class Steps implements JobKind.Progress {
        private final Map<String, Object> kept = new HashMap<>();

        @Override
        public void report(long done, long total) {}

        @Override
        public boolean cancelled() {
            return false;
        }

        @Override
        public Map<String, Object> checkpoint() {
            return Map.copyOf(kept);
        }

        @Override
        public void checkpoint(Map<String, Object> state) {
            kept.clear();
            kept.putAll(state);
        }
    }

    private long account(String name, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("name", name);
        return world.records.create("account", values).id();
    }

    private List<Duplicates.Match> check(String name) {
        return duplicates.check("account", 0, Map.of("name", name));
    }

    @Test
    @Proves("CDB-09")
    public void companyIsFoundByItsNameInAnotherFormWhileItIsWritten() {
        long known = account("บริษัท น้ำใจการค้า จำกัด", Map.of());
        account("บริษัท น้ำใจขนส่ง จำกัด", Map.of());
        assertThat(check("บจก. นํ้าใจการค้า")).singleElement().satisfies(match -> {
            assertThat(match.id()).isEqualTo(known);
            assertThat(match.title()).isEqualTo("บริษัท น้ำใจการค้า จำกัด");
            assertThat(match.reasons()).containsExactly("name");
            assertThat(match.score()).isGreaterThan(80);
        });
    }

    @Test
    public void companyIsFoundByTaxNumberWhateverItIsCalled() {
        long known = account("สยามการค้า", Map.of("taxId", "0105595918445"));
        assertThat(duplicates.check("account", 0, Map.of("name", "Siam Karnka", "taxId", "0-1055-95918-44-5")))
                .extracting(Duplicates.Match::id)
                .containsExactly(known);
    }

    @Test
    public void keysFollowTheRecordIntoTheRecycleBinAndBack() {
        long known = account("ก้าวไกลพลาสติก", Map.of());
        world.records.update("account", known, 1, Map.of("name", "แสงทองพลาสติก"));
        assertThat(check("ก้าวไกลพลาสติก")).isEmpty();
        assertThat(check("แสงทองพลาสติก")).hasSize(1);
        world.records.delete("account", known, 2);
        assertThat(sql.first("select count(*) from core_duplicate_key", row -> row.getInt(1)))
                .contains(0);
        world.records.restore(
                sql.first("select id from core_bin", row -> row.getLong(1)).orElseThrow());
        assertThat(check("แสงทองพลาสติก")).hasSize(1);
    }

    @Test
    public void recordIsNoDuplicateOfItself() {
        long known = account("ก้าวไกลพลาสติก", Map.of());
        assertThat(duplicates.check("account", known, Map.of("name", "ก้าวไกลพลาสติก")))
                .isEmpty();
    }

    @Test
    public void matchThatMayNotBeSeenTellsOnlyWhomToAsk() {
        account("ก้าวไกลพลาสติก", Map.of());
        world.rights.add("!account.read");
        assertThat(check("ก้าวไกลพลาสติก")).singleElement().satisfies(match -> {
            assertThat(match.id()).isZero();
            assertThat(match.title()).isEmpty();
            assertThat(match.reasons()).isEmpty();
        });
    }

    @Test
    public void whoMayNeitherCreateNorChangeCannotTryNames() {
        world.rights.addAll(List.of("!account.create", "!account.update"));
        assertThatThrownBy(() -> check("ก้าวไกล")).isInstanceOf(ForbiddenException.class);
    }

    @Test
    public void finderPutsWhatIsTheSameIntoGroupsAndTellsOnlyWhatMayBeRead() {
        long first = account("บริษัท ก้าวไกลพลาสติก จำกัด", Map.of());
        long second = account("บจก.ก้าวไกลพลาสติก", Map.of());
        long third = account("ก้าวไกล พลาสติก", Map.of());
        account("ก้าวไกลขนส่ง", Map.of());
        Map<String, Object> result = finder.run(Map.of("entity", "account"), new Steps());
        assertThat(result).containsEntry("pairs", 3L).containsEntry("groups", 1);
        long search = Long.parseLong(String.valueOf(result.get("search")));
        assertThat(duplicates.found(search, "", 10).groups()).singleElement().satisfies(group -> assertThat(
                        group.records())
                .extracting(Duplicates.Match::id)
                .containsExactlyInAnyOrder(first, second, third));
        world.rights.add("!account.read");
        assertThat(duplicates.found(search, "", 10).groups()).isEmpty();
    }

    @Test
    @Proves("CDB-08")
    public void finderLooksForTheSameCodeIfThatIsChosen() {
        account("ทะเลไทย", Map.of("code", "A-17"));
        account("ภูเขาทอง", Map.of("code", "a17"));
        account("ภูเขาทอง", Map.of("code", "B-99"));
        assertThat(finder.run(Map.of("entity", "account", "fields", List.of("code")), new Steps()))
                .containsEntry("pairs", 1L);
    }

    @Test
    @Proves("CDB-10")
    public void finderLooksForTheSameAddressIfThatIsChosen() {
        account("ทะเลไทย", address("99/1 ถ.สุขุมวิท", "คลองตัน"));
        account("ภูเขาทอง", address("เลขที่ 99/1 ถนนสุขุมวิท", "แขวงคลองตัน"));
        account("ลมหนาว", address("98 ถ.สุขุมวิท", "คลองตัน"));
        assertThat(finder.run(Map.of("entity", "account", "fields", List.of("address")), new Steps()))
                .containsEntry("pairs", 1L);
    }

    private static Map<String, Object> address(String street, String area) {
        return Map.of(
                "addresses",
                List.of(Map.of("street", street, "subDistrict", area, "district", "คลองเตย", "postcode", "10110")));
    }

    @Test
    public void whatIsNoDuplicateIsRemembered() {
        long first = account("ก้าวไกลพลาสติก", Map.of());
        long second = account("บจก.ก้าวไกลพลาสติก", Map.of());
        finder.run(Map.of("entity", "account"), new Steps());
        duplicates.differ("account", List.of(first, second));
        assertThat(sql.first("select count(*) from core_duplicate_found", row -> row.getInt(1)))
                .contains(0);
        assertThat(finder.run(Map.of("entity", "account"), new Steps())).containsEntry("pairs", 0L);
        assertThat(duplicates.check("account", first, Map.of("name", "ก้าวไกลพลาสติก")))
                .isEmpty();
    }

    @Test
    public void keysOfWhatWasThereBeforeAreMadeByAJob() {
        account("ก้าวไกลพลาสติก", Map.of());
        sql.update("delete from core_duplicate_key");
        assertThat(check("บจก.ก้าวไกลพลาสติก")).isEmpty();
        assertThat(started).containsExactly("duplicate-keys");
        keyJob.run(Map.of(), new Steps());
        assertThat(check("บจก.ก้าวไกลพลาสติก")).hasSize(1);
        assertThat(keyJob.stale()).isEmpty();
    }

    @Test
    public void keyThatTooManyHaveIsPassedOverAndTold() {
        for (int i = 0; i <= SearchState.MOST; i++) {
            account("ทะเล" + "กขคงจฉชซฌญดตถทธนบปผฝพฟภม".charAt(i) + "ลมหนาว", Map.of("phone", "02-111-2222"));
        }
        assertThat((Integer)
                        finder.run(Map.of("entity", "account"), new Steps()).get("common"))
                .isPositive();
    }
}
