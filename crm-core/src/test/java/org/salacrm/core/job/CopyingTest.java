package org.salacrm.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.salacrm.api.file.Files.Stored;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Query;
import org.salacrm.api.record.Notes.Note;
import org.salacrm.api.record.Records;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.testing.Steps;

public class CopyingTest extends ActionCase {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private BulkWorld jobs;
    private long account;

    @Before
    public void open() {
        jobs = new BulkWorld(world, folder.getRoot().toPath());
        account = world.records
                .create(
                        "account",
                        Map.of(
                                "name",
                                "Shop",
                                "code",
                                "C" + world.ids.incrementAndGet(),
                                "taxId",
                                "0105536000127",
                                "remark",
                                "Pays late",
                                "addresses",
                                List.of(Map.of("street", "Silom 1", "mapPicture", "7"))))
                .id();
        world.records.create("contact", Map.of("name", "Anan", "account", account));
    }

    @Test
    public void aCopyHasWhatWasEnteredButNotWhatBelongsToOneAlone() {
        long copy = copied(Map.of());

        assertThat(world.read("account", copy, "name", "remark", "code", "taxId", "addresses"))
                .containsExactly("Shop", "Pays late", null, null, List.of());
        assertThat(world.queries.count("contact", Filter.eq("account", String.valueOf(copy))))
                .isZero();
    }

    @Test
    public void whatIsWishedComesAlongAndGoesWhenItIsUndone() {
        jobs.notes.add("account", account, "First", Set.of());
        world.clock.forward(1);
        jobs.notes.add("account", account, "Second", Set.of());
        attach("old");
        attach("new");

        Map<String, Object> result =
                run("account", account, Map.of("along", List.of("addresses", "contact.account", "notes", "files")));
        long copy = newest("account");

        List<?> addresses = (List<?>) world.read("account", copy, "addresses").get(0);
        assertThat(addresses).hasSize(1);
        assertThat(((Map<?, ?>) addresses.get(0)).get("street")).isEqualTo("Silom 1");
        assertThat(((Map<?, ?>) addresses.get(0)).get("mapPicture")).isNull();
        assertThat(world.queries.count("contact", Filter.eq("account", String.valueOf(copy))))
                .isEqualTo(1);
        assertThat(jobs.notes.of("account", copy, "").items())
                .extracting(Note::text)
                .containsExactly("Second", "First");
        assertThat(jobs.files.of("account", copy)).extracting(Stored::size).containsExactly(3L);
        assertThat(((Map<?, ?>) ((List<?>) world.read("account", account, "addresses")
                                        .get(0))
                                .get(0))
                        .get("street"))
                .isEqualTo("Silom 1");

        assertThat(jobs.undo.run(result, new Steps())).containsEntry("left", 0).containsEntry("failed", 0);
        assertThat(world.queries.one("account", copy, List.of("name"))).isEmpty();
        assertThat(world.queries.one("account", account, List.of("name"))).isPresent();
    }

    @Test
    public void ofACopyThatSomebodyDeletedNothingIsLeftToUndo() {
        jobs.notes.add("account", account, "First", Set.of());
        attach("new");
        Map<String, Object> result = run("account", account, Map.of("along", List.of("notes", "files")));
        world.records.delete("account", newest("account"), Records.ANY_VERSION);

        assertThat(jobs.undo.run(result, new Steps())).containsEntry("done", 3).containsEntry("failed", 0);
    }

    @Test
    public void whatMustBeThereOnlyOnceIsCountedOn() {
        String name = "Rival " + world.ids.incrementAndGet();
        long rival = world.records.create("competitor", Map.of("name", name)).id();

        run("competitor", rival, Map.of());
        run("competitor", rival, Map.of());

        assertThat(world.queries.count("competitor", Filter.eq("name", name + " 2")))
                .isEqualTo(1);
        assertThat(world.queries.count("competitor", Filter.eq("name", name + " 3")))
                .isEqualTo(1);
    }

    @Test
    public void aCopyBeginsInTheFirstStateAndBelongsToWhoeverMakesIt() {
        long owner = world.records
                .create("user", Map.of("name", "Anan", "login", "anan" + world.ids.incrementAndGet()))
                .id();
        long lead = world.records
                .create("lead", Map.of("name", "Lead", "owner", owner))
                .id();
        world.run("work", "lead", lead, Map.of());

        run("lead", lead, Map.of());

        assertThat(world.read("lead", newest("lead"), "status")).containsExactly("new");
        assertThat(world.read("lead", newest("lead"), "owner").get(0).toString())
                .contains("id=7");
    }

    @Test
    public void whatWasMadeByHandGetsWhatComesAlong() {
        long other = world.records.create("account", Map.of("name", "Branch")).id();

        Map<String, Object> result =
                run("account", account, Map.of("to", String.valueOf(other), "along", List.of("contact.account")));

        assertThat(result).containsEntry("done", 1);
        assertThat(world.queries.count("contact", Filter.eq("account", String.valueOf(other))))
                .isEqualTo(1);
        assertThat(newest("account")).isEqualTo(other);
    }

    @Test
    public void nothingIsCopiedToWhereItComesFrom() {
        Map<String, Object> values = Map.of("to", String.valueOf(account), "along", List.of("contact.account"));

        assertThat(run("account", account, values)).containsEntry("failed", 1);
        assertThat(world.queries.count("contact", Filter.eq("account", String.valueOf(account))))
                .isEqualTo(1);
    }

    @Test
    public void onlyWhatRefersToItComesAlong() {
        for (String wrong : List.of("product.group", "nothing", "contact.owner")) {
            assertThatThrownBy(() -> run("account", account, Map.of("along", List.of(wrong))))
                    .isInstanceOf(MalformedQueryException.class);
        }
    }

    private long copied(Map<String, Object> values) {
        assertThat(run("account", account, values)).containsEntry("done", 1);
        return newest("account");
    }

    private Map<String, Object> run(String entity, long id, Map<String, Object> values) {
        return jobs.bulk.run(
                Map.of("entity", entity, "verb", "copy", "ids", List.of(String.valueOf(id)), "values", values),
                new Steps());
    }

    private void attach(String content) {
        world.clock.forward(1);
        jobs.files.attach(
                "account", account, "plan.txt", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private long newest(String entity) {
        List<Long> ids = new ArrayList<>();
        world.queries.each(Query.of(entity), row -> ids.add(row.id()));
        return ids.get(ids.size() - 1);
    }
}
