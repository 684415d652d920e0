package org.salacrm.core.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.salacrm.api.duplicate.Duplicates.Match;
import org.salacrm.api.privacy.PersonalData;
import org.salacrm.api.record.Records;
import org.salacrm.core.privacy.PrivacyWorld;
import org.salacrm.core.testing.Steps;

/** All who were erased have one name, and nothing else by which they would be the same. */
public class ErasedPeopleTest extends DuplicateCase {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private PrivacyWorld privacy;
    private long account;

    @Before
    public void aCompany() {
        world.rights.add(PersonalData.PERMISSION);
        privacy = new PrivacyWorld(world, folder.getRoot().toPath());
        account = account("บริษัท ดี จำกัด", Map.of());
    }

    private long person(String name) {
        return world.records
                .create("contact", Map.of("name", name, "account", account))
                .id();
    }

    private void erase(long id) {
        privacy.job.run(Map.of("entity", "contact", "id", id, "reason", "letter"), new Steps());
    }

    private List<Match> entry(String name) {
        Map<String, Object> values = new HashMap<>(Map.of("name", name, "account", account));
        return duplicates.check("contact", 0, values);
    }

    private Map<String, Object> search() {
        return finder.run(Map.of("entity", "contact"), new Steps());
    }

    @Test
    public void theyAreOfferedNeitherToEachOtherNorToWhoeverIsWritten() {
        String[] called = {
            world.messages.text("erase.name").th(),
            world.messages.text("erase.name").en()
        };
        List.of("สมชาย ใจดี", "วิภา แสงทอง", "Ann Smith").forEach(name -> erase(person(name)));
        assertThat(search()).as("keys that the search made anew").containsEntry("pairs", 0L);

        List.of("สุดา มีสุข", "John Brown").forEach(name -> erase(person(name)));
        assertThat(search()).as("keys that were made when they were erased").containsEntry("pairs", 0L);
        assertThat(entry(called[0])).isEmpty();
        assertThat(entry(called[1])).isEmpty();
        assertThat(rows(called[0], called[0], called[1])).isEmpty();
        assertThat(rows("สมชาย ใจดี", "สมชาย ใจดี")).isNotEmpty();
    }

    /** As a file brings them, one below the other. */
    private Map<Long, List<BatchFinder.Twin>> rows(String... names) {
        List<BatchFinder.Entry> rows = new ArrayList<>();
        for (String name : names) {
            rows.add(new BatchFinder.Entry(rows.size() + 1, Map.of("name", name, "account", account)));
        }
        return new BatchDuplicates(rules, world.types, world.queries, keys, world.callers)
                .finder("contact")
                .orElseThrow()
                .find(rows);
    }

    @Test
    public void whatWasFoundBeforeIsForgottenWithThem() {
        long first = person("สมชาย ใจดี");
        long second = person("สมชาย ใจดี");
        person("สมชาย ใจดี");
        long search = Long.parseLong(String.valueOf(search().get("search")));
        erase(first);
        assertThat(duplicates.found(search, "", 10).groups())
                .singleElement()
                .satisfies(group -> assertThat(group.records()).hasSize(2).noneMatch(one -> one.id() == first));
        erase(second);
        assertThat(duplicates.found(search, "", 10).groups()).isEmpty();
    }

    @Test
    public void whatPeopleSaidOfThemIsForgottenAsWell() {
        List<Long> two = List.of(person("สมชาย ใจดี"), person("สมชัย ใจดี"));
        duplicates.differ("contact", two);
        assertThat(duplicates.judged("contact", "", 10).judgements()).hasSize(1);
        erase(two.get(1));
        assertThat(duplicates.judged("contact", "", 10).judgements()).isEmpty();
    }

    @Test
    public void whoeverIsWrittenOverOneIsFoundAgain() {
        long erased = person("สมชาย ใจดี");
        erase(erased);
        world.records.update("contact", erased, Records.ANY_VERSION, Map.of("name", "วิภา แสงทอง"));
        assertThat(entry("วิภา แสงทอง")).singleElement().satisfies(match -> assertThat(match.id())
                .isEqualTo(erased));
    }
}
