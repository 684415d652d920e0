package org.salacrm.core.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.Test;
import org.salacrm.api.duplicate.Duplicates;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.testing.Steps;

public class KeysAndGroupsTest extends DuplicateCase {
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
    public void eachOfThoseWrittenTogetherHasItsKeys() {
        world.records.createAll("account", List.of(Map.of("name", "ก้าวไกลพลาสติก"), Map.of("name", "แสงทองพลาสติก")));
        assertThat(check("ก้าวไกลพลาสติก")).hasSize(1);
        assertThat(check("แสงทองพลาสติก")).hasSize(1);
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
    public void keysAreAskedForOnceUntilThatHasEnded() {
        account("ก้าวไกลพลาสติก", Map.of());
        check("ก้าวไกลพลาสติก");
        duplicates.check("contact", 0, Map.of("name", "สมหญิง"));
        check("ก้าวไกลพลาสติก");
        assertThat(started).containsExactly("duplicate-keys");
        sql.update("update core_work set state = 'failed'");
        check("ก้าวไกลพลาสติก");
        assertThat(started).containsExactly("duplicate-keys", "duplicate-keys");
    }

    @Test
    public void recordThatIsSavedWhileKeysAreMadeIsFoundByWhatItIsNow() {
        long known = account("ก้าวไกลพลาสติก", Map.of());
        sql.update("delete from core_duplicate_key");
        asked.next = () -> world.store
                .tx()
                .requiresNew(() -> world.records.update("account", known, 1, Map.of("name", "แสงทองขนส่ง")));
        keyJob.run(Map.of(), new Steps());
        assertThat(check("แสงทองขนส่ง")).hasSize(1);
        assertThat(check("ก้าวไกลพลาสติก")).isEmpty();
    }

    @Test
    public void searchThatGoesOnLaterKnowsWhichKeysTellNothing() {
        for (int i = 0; i <= SearchState.MOST; i++) {
            String name = "ทะเล" + "กขคงจฉชซฌญดตถทธนบปผฝพฟภม".charAt(i) + "ลมหนาว";
            account(name, Map.of("phone", "02-111-2222", "email", "office@lomnao.example"));
        }
        List<Long> common = keys.common("account", Long.MAX_VALUE, SearchState.MOST);
        long low = common.stream().min(Long::compare).orElseThrow();
        Map<String, Object> kept =
                SearchState.of(Map.of(), () -> 17L, upTo -> List.of()).kept();
        Map<String, Object> there = new HashMap<>(kept);
        there.put("key", String.valueOf(low));
        SearchState later = SearchState.of(there, () -> 18L, upTo -> keys.common("account", upTo, SearchState.MOST));
        Set<Long> shared = Set.of(low, Long.MAX_VALUE);
        assertThat(later.isFirst(Long.MAX_VALUE, shared, shared)).isTrue();
        assertThat(later.search()).isEqualTo(17);
    }

    @Test
    public void whatIsNoDuplicateIsSaidByWhoMayChangeItAndCanBeTakenBack() {
        List<Long> both = List.of(account("ก้าวไกลพลาสติก", Map.of()), account("บจก.ก้าวไกลพลาสติก", Map.of()));
        world.rights.add("!account.update");
        assertThatThrownBy(() -> duplicates.differ("account", both)).isInstanceOf(ForbiddenException.class);
        world.rights.clear();
        duplicates.differ("account", both);
        world.rights.add("!account.update");
        assertThatThrownBy(() -> duplicates.resemble("account", both)).isInstanceOf(ForbiddenException.class);
        world.rights.clear();
        assertThat(finder.run(Map.of("entity", "account"), new Steps())).containsEntry("pairs", 0L);
        duplicates.resemble("account", both);
        assertThat(finder.run(Map.of("entity", "account"), new Steps())).containsEntry("pairs", 1L);
    }

    @Test
    public void nothingIsToldByWhatOneMayNotSee() {
        Map<String, Object> where = Map.of("street", "99/1 ถ.สุขุมวิท", "subDistrict", "คลองตัน", "postcode", "10110");
        Map<String, Object> values = Map.of("name", "ก้าวไกลพลาสติก", "addresses", List.of(where));
        world.records.create("account", values);
        world.records.create("account", values);
        Object search = finder.run(Map.of("entity", "account"), new Steps()).get("search");
        Duplicates.Group whole = group(search);
        Duplicates.Match match = duplicates.check("account", 0, values).get(0);
        assertThat(whole.reasons()).containsExactly("name", "address");
        assertThat(match.reasons()).containsExactly("name", "address");
        where.keySet().forEach(field -> world.rights.add("!accountAddress." + field));
        assertThat(group(search).reasons()).containsExactly("name");
        assertThat(group(search).score()).isLessThan(whole.score());
        assertThat(duplicates.check("account", 0, values).get(0).reasons()).containsExactly("name");
        assertThat(duplicates.check("account", 0, values).get(0).score()).isLessThan(match.score());
    }

    private Duplicates.Group group(Object search) {
        List<Duplicates.Group> groups =
                duplicates.found(Long.parseLong(String.valueOf(search)), "", 10).groups();
        assertThat(groups).hasSize(1);
        return groups.get(0);
    }

    @Test
    public void twentyOfALargeGroupAreTold() {
        for (int i = 0; i < 12; i++) {
            account("ก้าวไกลพลาสติก", Map.of());
            account("บจก.ก้าวไกลพลาสติก", Map.of());
        }
        for (int i = 0; i < 8; i++) {
            account("บริษัท ก้าวไกลพลาสติก จำกัด", Map.of("phone", "02-111-22" + i + "2"));
        }
        long search = 17;
        List<Long> ids = sql.list("select id from core_account order by id", row -> row.getLong(1));
        found.begin(search, "account", 7);
        for (int i = 1; i < ids.size(); i++) {
            found.add(search, FoundRows.Pair.of(ids.get(0), ids.get(i)), 90);
        }
        assertThat(group(search).records()).hasSize(20);
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

    @Test
    public void groupsAreFormedOfAllPairsHoweverFewAreLookedAtTogether() {
        long search = 18;
        found.begin(search, "account", 7);
        Random random = new Random(5);
        for (long first : new long[] {1_000, 5_000}) { // two chains, each told crosswise
            for (int i = 1; i < 1_200; i++) {
                found.add(search, new FoundRows.Pair(first + random.nextInt(i), first + i), 90);
            }
        }
        assertThat(new Groups(found, search, 7).form()).isEqualTo(2);
        assertThat(sql.list("select distinct group_id from core_duplicate_found order by 1", row -> row.getLong(1)))
                .containsExactly(1_000L, 5_000L);
    }

    @Test
    public void whoeverAsksForTheSameAgainJoinsTheSearchThatIsUnderWay() {
        Caller me = world.callers.current();
        Map<String, Object> wish = Map.of("entity", "account", "fields", List.of("name"), "sharpness", 80);
        long first = world.store.tx().required(() -> jobs.create(FinderJob.KIND, me, wish));
        assertThat(duplicates.search("account", List.of("name"), 80)).isEqualTo(first);
        assertThatThrownBy(() -> duplicates.search("account", List.of("name"), 70))
                .isInstanceOf(ConflictException.class);
        assertThat(duplicates.search("contact", List.of(), 70)).isNotEqualTo(first);
        jobs.cancel(first);
        assertThat(duplicates.search("account", List.of("name"), 80)).isNotEqualTo(first);
    }
}
