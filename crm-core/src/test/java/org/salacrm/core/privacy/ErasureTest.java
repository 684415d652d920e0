package org.salacrm.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.salacrm.api.privacy.PersonalData;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.store.Sql;
import org.salacrm.core.testing.Steps;

/** Everything that is known of a person, and that nothing of it is left once he is erased. */
public class ErasureTest extends ActionCase {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private PrivacyWorld privacy;
    private String secret;
    private long account;
    private long lead;
    private long contact;

    @Before
    public void aPersonOfWhomMuchIsKnown() {
        secret = "Xyzzy" + world.ids.incrementAndGet() + "x";
        privacy = new PrivacyWorld(world, folder.getRoot().toPath());
        world.rights.add(PersonalData.PERMISSION);
        account = create("account", Map.of("name", "Company"));
        lead = create("lead", Map.of("name", "Lead " + secret, "company", "Company", "remark", secret));
        world.run("qualify", "lead", lead, Map.of("account.id", account, "contact.name", "Contact " + secret));
        contact = ((Ref) world.read("lead", lead, "contact").get(0)).id();
        update("contact", contact, Map.of("remark", "First " + secret));
        update(
                "contact",
                contact,
                Map.of(
                        "remark",
                        "Then " + secret,
                        "nickname",
                        secret,
                        "birthday",
                        "1990-02-03",
                        "addresses",
                        List.of(Map.of("street", secret + " Road"))));
    }

    private long create(String entity, Map<String, Object> values) {
        return world.records.create(entity, values).id();
    }

    private void update(String entity, long id, Map<String, Object> values) {
        world.records.update(entity, id, Records.ANY_VERSION, values);
    }

    private long activity(String subject) {
        return create(
                "activity",
                Map.of(
                        "subject",
                        subject + secret,
                        "description",
                        secret,
                        "account",
                        account,
                        "contact",
                        contact,
                        "startAt",
                        "2026-11-20T03:00:00Z"));
    }

    /** All that is there of everything: what a row says in any column. */
    private List<String> saidAnywhere() {
        return privacy.rowsThatSay(secret);
    }

    private void tell(long record, String remark) {
        new Sql(world.store.tx())
                .update(
                        "insert into core_alert_told (id, user_id, rule_id, kind, entity, record_id, occasion, more,"
                                + " created_at, shown, remark)"
                                + " values (?, 7, 'core.assigned', 'assignment', 'contact', ?, 'once', 0, ?, ?, ?)",
                        world.ids.incrementAndGet(),
                        record,
                        world.clock.instant(),
                        true,
                        remark);
    }

    private void erase(long id) {
        privacy.job.run(
                Map.of("entity", "contact", "id", Long.toString(id), "reason", "Letter of 30 November"), new Steps());
    }

    @Test
    public void nothingIsLeftOfThePersonAndTheCompanysOwnStays() throws IOException {
        long visit = activity("Visit ");
        long removed = activity("Removed ");
        privacy.notes.add("contact", contact, "Note " + secret, Set.of());
        privacy.notes.add("activity", visit, "Note of the visit " + secret, Set.of());
        privacy.files.attach("contact", contact, secret + ".txt", text("Card " + secret));
        privacy.files.attach("activity", removed, secret + ".txt", text("Photo " + secret));
        create("anniversary", Map.of("kind", "birthday", "day", "1990-02-03", "contact", contact, "note", secret));
        long purpose = create("consentPurpose", Map.of("name", "News", "text", "Words"));
        long consent = create("consent", Map.of("purpose", purpose, "contact", contact));
        world.records.delete("activity", removed, Records.ANY_VERSION);
        tell(contact, "Give " + secret + " a call");
        assertThat(saidAnywhere()).isNotEmpty();

        erase(contact);

        assertThat(saidAnywhere()).isEmpty();
        assertThat(world.read("contact", contact, "name", "remark", "birthday", "mobile"))
                .containsExactly("Erased person", null, null, null);
        assertThat(((Ref) world.read("contact", contact, "account").get(0)).id())
                .isEqualTo(account);
        assertThat(world.read("activity", visit, "subject", "description")).containsExactly("Erased person", null);
        assertThat(world.read("activity", visit, "startAt").get(0)).isNotNull();
        assertThat(world.read("lead", lead, "name", "status").get(0)).isEqualTo("Erased person");
        assertThat(world.read("consent", consent, "state")).containsExactly("given");
        assertThat(world.read("account", account, "name")).containsExactly("Company");
        assertThat(privacy.lastOf("contact", contact)).isEqualTo("erase by Letter of 30 November");

        world.clock.forward(Duration.ofDays(3000).toSeconds());
        privacy.look();
        assertThat(contentsThatSay()).isEmpty();
    }

    @Test
    public void whoWasMergedIntoHimIsGoneAsWell() {
        Sql sql = new Sql(world.store.tx());
        long merged = world.ids.incrementAndGet();
        long merge = world.ids.incrementAndGet();
        sql.update(
                "insert into core_merge (id, entity, winner_id, user_id, merged_at, old_values, new_values)"
                        + " values (?, 'contact', ?, 7, ?, ?, ?)",
                merge,
                contact,
                world.clock.instant(),
                "[\"" + secret + "\"]",
                "[]");
        sql.update("insert into core_merge_gone (entity, record_id, merge_id) values ('contact', ?, ?)", merged, merge);
        sql.update(
                "insert into core_bin (id, entity, record_id, version, label, user_id, deleted_at, document)"
                        + " values (?, 'contact', ?, 1, ?, 7, ?, ?)",
                world.ids.incrementAndGet(),
                merged,
                secret,
                world.clock.instant(),
                "[\"" + secret + "\"]");
        erase(contact);
        assertThat(saidAnywhere()).isEmpty();
    }

    private static ByteArrayInputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> contentsThatSay() throws IOException {
        List<Path> said = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder.getRoot().toPath())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file).contains(secret)) {
                    said.add(file);
                }
            }
        }
        return said;
    }

    @Test
    public void aContentThatSomethingElseNeedsStays() throws IOException {
        privacy.files.attach("contact", contact, "card.txt", text("Shared words"));
        privacy.files.attach("account", account, "card.txt", text("Shared words"));
        erase(contact);
        world.clock.forward(Duration.ofDays(3000).toSeconds());
        privacy.look();
        long kept = privacy.files.of("account", account).get(0).id();
        assertThat(new String(privacy.files.open(kept).readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("Shared words");
    }

    @Test
    public void itIsToldBeforeWhatBecomesOfWhat() {
        activity("Visit ");
        long purpose = create("consentPurpose", Map.of("name", "News " + contact, "text", "Words"));
        create("consent", Map.of("purpose", purpose, "contact", contact));
        Map<String, String> ways = new HashMap<>();
        privacy.file
                .fates("contact", contact)
                .forEach(fate -> ways.put(fate.entity(), fate.records() + " " + fate.way()));
        assertThat(ways)
                .isEqualTo(Map.of("contact", "1 empty", "lead", "1 empty", "activity", "1 empty", "consent", "1 keep"));
    }

    @Test
    public void theFileHoldsEverything() throws IOException {
        activity("Visit ");
        privacy.notes.add("contact", contact, "Noted", Set.of());
        privacy.files.attach("contact", contact, "card.txt", text("Card"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(privacy.file.of("contact", contact).to(out)).isEqualTo(4);
        Map<String, String> entries = entries(out.toByteArray());
        String all = String.join("\n", entries.values());
        assertThat(all)
                .contains(secret + " Road", "Lead " + secret, "Visit " + secret, "Noted", "Card", "First " + secret);
        assertThat(entries.keySet()).anyMatch(name -> name.endsWith("card.txt"));
    }

    private static Map<String, String> entries(byte[] zip) throws IOException {
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    public void onlyWhoMaySeesOrErasesAnything() {
        Map<String, Object> wish = Map.of("entity", "contact", "id", contact, "reason", "Asked");
        assertThatThrownBy(() -> privacy.job.check(Map.of("entity", "contact", "id", contact)))
                .isInstanceOf(InvalidRecordException.class);
        assertThatThrownBy(() -> privacy.job.check(Map.of("entity", "contact", "id", 1, "reason", "Asked")))
                .isInstanceOf(AbsentRecordException.class);
        assertThatThrownBy(() -> privacy.job.check(Map.of("entity", "lead", "id", lead, "reason", "Asked")))
                .isInstanceOf(InvalidRecordException.class);
        privacy.job.check(wish);
        world.rights.remove(PersonalData.PERMISSION);
        assertThatThrownBy(() -> privacy.job.check(wish)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> privacy.job.run(wish, new Steps())).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> privacy.file.of("contact", contact)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> privacy.file.fates("contact", contact)).isInstanceOf(ForbiddenException.class);
    }
}
