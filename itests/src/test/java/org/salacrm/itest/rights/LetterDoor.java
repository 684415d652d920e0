package org.salacrm.itest.rights;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.salacrm.api.security.Verb;
import org.salacrm.test.RandomCompany.Item;

/** The file of an e-mail left at a record by whoever may add to it, and fetched by whoever may read what it became. */
final class LetterDoor implements Door {
    private static final List<String> WRITTEN =
            List.of("type", "status", "subject", "description", "regarding", "dueAt");

    private final Asking asking;
    private final Findings findings;
    private final World world;
    private long number = 90_000;

    LetterDoor(Asking asking) {
        this.asking = asking;
        this.findings = asking.findings();
        this.world = asking.world();
    }

    /** Few may make a whole activity: mostly one of them is looked for. */
    @Override
    public void ask(Colleague somebody) {
        Colleague who = Stream.generate(asking.staff())
                .limit(asking.random().nextInt(12))
                .filter(other -> other.eye.has("activity", Verb.CREATE))
                .filter(other -> WRITTEN.stream().allMatch(field -> other.eye.writes("activity", field)))
                .findFirst()
                .orElse(somebody);
        Entry entry = asking.entry(who, asking.pick(List.of("account", "opportunity")));
        number++;
        Item made = new Item("activity", number, who.eye.user.id(), who.eye.user.team());
        Set<String> refused = refused(who.eye, entry);
        int expected = !who.eye.has("activity", Verb.CREATE)
                ? 403
                : !refused.isEmpty() ? 422 : !may(who, made, Verb.READ) ? 404 : adds(who, made) ? 201 : 403;
        Colleague.Answer answer = who.attach("letter", entry.path() + "/mail", Map.of(), "letter.eml", letter());
        findings.same(who + " leaves a letter at " + entry, expected, answer.status());
        if (answer.is(422)) {
            findings.same(who + " leaves a letter at " + entry, refused, Values.errors(answer));
        }
        if (answer.is(201)) {
            fetched(made, "/api/records/activity/" + answer.get("id"));
        }
    }

    private Set<String> refused(Eye eye, Entry entry) {
        Set<String> refused = new TreeSet<>();
        WRITTEN.stream().filter(field -> !eye.writes("activity", field)).forEach(refused::add);
        if (!eye.reads(entry) || !eye.may(entry, Verb.APPEND) && !eye.may(entry, Verb.UPDATE)) {
            refused.add("regarding");
        }
        return refused;
    }

    /** By anybody; then it goes, so that the company stays as it is known. */
    private void fetched(Item made, String path) {
        Colleague other = asking.staff().get();
        int expected = may(other, made, Verb.READ) ? 200 : 404;
        findings.same(
                other + " reads the letter " + path,
                expected,
                other.get("letter", path).status());
        world.admin.get(path + "/files").get("items").forEach(file -> {
            String content = "/api/files/" + file.get("id").asText();
            findings.same(
                    other + " fetches " + content,
                    expected,
                    other.get("letter", content).status());
        });
        world.admin.ok("DELETE", path, null, "If-Match", "*");
    }

    private boolean adds(Colleague who, Item made) {
        return may(who, made, Verb.APPEND) || may(who, made, Verb.UPDATE);
    }

    private boolean may(Colleague who, Item made, String verb) {
        return world.rules.allowed(who.eye.user, made, verb);
    }

    private String letter() {
        String enclosed = Base64.getEncoder().encodeToString("drawing".getBytes(StandardCharsets.UTF_8));
        return String.join(
                "\r\n",
                "From: wichai@example.org",
                "Subject: Letter " + number,
                "Date: Thu, 11 Jun 2026 09:30:00 +0700",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=x",
                "",
                "--x",
                "Content-Type: text/plain",
                "",
                "Words",
                "--x",
                "Content-Type: text/plain; name=drawing.txt",
                "Content-Disposition: attachment; filename=drawing.txt",
                "Content-Transfer-Encoding: base64",
                "",
                enclosed,
                "--x--",
                "");
    }
}
