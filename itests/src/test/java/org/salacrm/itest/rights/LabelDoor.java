package org.salacrm.itest.rights;

import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.salacrm.api.security.Verb;

/** Addresses printed on labels: only with the right to export, as far as it reaches, and of what may be read. */
final class LabelDoor implements Door {
    private static final String ACCOUNT = "account";
    private static final Pattern NAME = Pattern.compile("§account\\d+\\.name§");

    private final World world;
    private final Findings findings;
    private final RandomFilter filters;

    LabelDoor(Asking asking) {
        this.world = asking.world();
        this.findings = asking.findings();
        this.filters = new RandomFilter(world, new Random(ACCOUNT.hashCode()));
    }

    @Override
    public void ask(Colleague who) {
        RandomFilter.Asked filter = filters.any(ACCOUNT);
        Map<String, Object> wish = Map.of("filter", filter.tree(), "format", "core.a4-24", "nameless", true);
        Colleague.Answer answer = who.pdf("labels", "/api/records/account/labels", wish);
        String what = who + " prints labels " + Plain.write(wish);
        if (!who.eye.has(ACCOUNT, Verb.EXPORT)) {
            findings.same(what, 403, answer.status());
            return;
        }
        TreeSet<String> expected = who.eye.all(ACCOUNT).stream()
                .filter(entry -> filter.passes(who.eye, entry) && who.eye.may(entry, Verb.EXPORT))
                .filter(entry -> who.eye.sees(ACCOUNT, "name"))
                .map(entry -> "§account" + entry.number + ".name§")
                .collect(Collectors.toCollection(TreeSet::new));
        findings.same(what, expected.isEmpty() ? 422 : 200, answer.status());
        TreeSet<String> printed = NAME.matcher(String.valueOf(answer.body()))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        findings.same(what, expected, printed);
    }
}
