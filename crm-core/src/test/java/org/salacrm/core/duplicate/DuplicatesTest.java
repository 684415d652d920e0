package org.salacrm.core.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.salacrm.api.duplicate.Duplicates;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.testing.Steps;
import org.salacrm.test.Proves;

public class DuplicatesTest extends DuplicateCase {
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
    public void whatWasSaidToBeDifferentIsToldTheLatestFirstUntilItIsTakenBack() {
        List<Long> first =
                List.of(account("ทะเลไทย", Map.of()), account("ทะเลทอง", Map.of()), account("ทะเลทราย", Map.of()));
        List<Long> second = List.of(account("ภูเขาทอง", Map.of()), account("ภูเขาเงิน", Map.of()));
        duplicates.differ("account", first);
        world.clock.forward(60);
        duplicates.differ("account", second);
        Duplicates.Judged page = duplicates.judged("account", "", 1);
        assertThat(judged(page)).containsExactly(Set.copyOf(second));
        assertThat(judged(duplicates.judged("account", page.next(), 1))).containsExactly(Set.copyOf(first));
        duplicates.resemble("account", second);
        assertThat(judged(duplicates.judged("account", "", 10))).containsExactly(Set.copyOf(first));
    }

    @Test
    public void whatIsSaidOfSeveralAtOnceIsToldAtOnceHoweverLongItTakes() {
        List<Long> ids =
                List.of(account("ทะเลไทย", Map.of()), account("ทะเลทอง", Map.of()), account("ทะเลทราย", Map.of()));
        FoundGroups groups = new FoundGroups(rules, world.types, world.queries, found, world.callers, world.given);
        FoundRows going = new FoundRows(world.store.tx(), Clock.systemUTC());
        going.differ("account", groups.pairs(world.types.get("account"), ids), 0);
        assertThat(judged(duplicates.judged("account", "", 10))).containsExactly(Set.copyOf(ids));
    }

    @Test
    public void whoMayNotReadOrChangeIsNotToldWhatWasSaidToBeDifferent() {
        duplicates.differ("account", List.of(account("ทะเลไทย", Map.of()), account("ทะเลทอง", Map.of())));
        world.rights.add("!account.read");
        assertThat(judged(duplicates.judged("account", "", 10))).isEmpty();
        world.rights.add("!account.update");
        assertThatThrownBy(() -> duplicates.judged("account", "", 10)).isInstanceOf(ForbiddenException.class);
    }

    private static List<Set<Long>> judged(Duplicates.Judged page) {
        return page.judgements().stream()
                .map(one -> one.records().stream().map(Duplicates.Match::id).collect(Collectors.toSet()))
                .toList();
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
}
