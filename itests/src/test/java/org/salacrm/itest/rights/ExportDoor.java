package org.salacrm.itest.rights;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.salacrm.api.security.Verb;

/**
 * Lists taken out as a file, at once or by a job, or as addresses on labels: only with the right and as far as it
 * reaches; the words are searched like any answer, and what somebody's job has written is nobody else's business.
 */
final class ExportDoor implements Door {
    private final Asking asking;
    private final World world;
    private final Random random;
    private final Findings findings;
    private final RandomFilter filters;
    private final Door labels;

    ExportDoor(Asking asking) {
        this.asking = asking;
        this.world = asking.world();
        this.random = asking.random();
        this.findings = asking.findings();
        this.filters = new RandomFilter(world, random);
        this.labels = new LabelDoor(asking);
    }

    @Override
    public void ask(Colleague who) {
        labels.ask(who);
        String entity = World.KINDS.get(random.nextInt(World.KINDS.size())).entity();
        RandomFilter.Asked filter = filters.any(entity);
        Map<String, Object> wish = Map.of(
                "fields",
                List.of(
                        "createdAt",
                        World.title(entity),
                        Paths.any(entity, random).text()),
                "filter",
                filter.tree(),
                "format",
                "txt",
                "later",
                random.nextInt(3) == 0);
        Colleague.Answer answer = who.send("export", "POST", "/api/records/" + entity + "/export", wish);
        String what = who + " exports " + entity + " " + Plain.write(wish);
        if (!who.eye.has(entity, Verb.EXPORT)) {
            findings.same(what, 403, answer.status());
            return;
        }
        long expected = who.eye.all(entity).stream()
                .filter(entry -> filter.passes(who.eye, entry) && who.eye.may(entry, Verb.EXPORT))
                .count();
        if (answer.is(202)) {
            answer = fetched(who, answer.get("job"));
        }
        long lines = Arrays.stream(String.valueOf(answer.body()).split("\r?\n")).count();
        findings.same(what, answer.is(200) ? expected : answer.status(), lines - 1);
    }

    private Colleague.Answer fetched(Colleague who, Object job) {
        who.ended(job);
        String address = "/api/jobs/" + job + "/file";
        Colleague other = asking.staff().get();
        if (!other.eye.isAdministrator() && !other.eye.user.equals(who.eye.user)) {
            findings.same(
                    other + " takes another's file",
                    404,
                    other.get("export", address).status());
        }
        return who.get("export", address);
    }
}
