package org.salacrm.itest.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.salacrm.api.security.Shares.Grants;
import org.salacrm.api.security.Verb;
import org.salacrm.test.RandomCompany.Shared;

/** With whom records are shared: seen by readers, changed by those who may share, who give no more than they have. */
final class ShareDoor implements Door {
    private final Asking asking;
    private final Findings findings;
    private final World world;

    ShareDoor(Asking asking) {
        this.asking = asking;
        this.findings = asking.findings();
        this.world = asking.world();
    }

    @Override
    public void ask(Colleague who) {
        Entry entry = asking.entry(who);
        String path = entry.path() + "/shares";
        if (asking.random().nextInt(3) == 0) {
            Colleague.Answer answer = who.get("shares", path);
            findings.same(who + " sees shares of " + entry, who.eye.reads(entry) ? 200 : 404, answer.status());
            if (answer.is(200)) {
                findings.same(who + " sees shares of " + entry, told(world.rules.shares(entry.item())), told(answer));
            }
            return;
        }
        List<Shared> now = changed(entry);
        int expected = expected(who.eye, entry, now);
        List<Map<String, Object>> body =
                now.stream().map(s -> Settling.share(world, s)).toList();
        Colleague.Answer answer = who.send("share", "PUT", path, body);
        findings.same(who + " shares " + entry + " " + now, expected, answer.status());
        if (expected == 200) {
            world.rules.share(entry.item(), now);
        }
    }

    /** What there is, perhaps without one, and one more. */
    private List<Shared> changed(Entry entry) {
        List<Shared> now = new ArrayList<>(world.rules.shares(entry.item()));
        if (!now.isEmpty() && asking.random().nextBoolean()) {
            now.remove(asking.random().nextInt(now.size()));
        }
        boolean user = asking.random().nextBoolean();
        long number = user
                ? asking.pick(world.company.users()).id()
                : asking.pick(world.company.teams()).id();
        if (asking.random().nextInt(5) > 0 && now.stream().noneMatch(s -> (user ? s.user() : s.team()) == number)) {
            Grants grants = new Grants(
                    true,
                    asking.random().nextBoolean(),
                    asking.random().nextBoolean(),
                    asking.random().nextBoolean());
            now.add(new Shared(entry.item(), user ? number : 0, user ? 0 : number, grants, Optional.empty()));
        }
        return now;
    }

    private int expected(Eye eye, Entry entry, List<Shared> now) {
        if (!eye.reads(entry)) {
            return 404;
        }
        if (!eye.may(entry, Verb.SHARE)) {
            return 403;
        }
        Set<Shared> before = Set.copyOf(world.rules.shares(entry.item()));
        List<Shared> given = now.stream().filter(s -> !before.contains(s)).toList();
        if (given.stream().anyMatch(s -> s.user() == eye.user.id() || world.hasLeft(s.user()))) {
            return 422;
        }
        boolean more = given.stream()
                .anyMatch(s -> s.grants().write() && !eye.may(entry, Verb.UPDATE)
                        || s.grants().delete() && !eye.may(entry, Verb.DELETE)
                        || s.grants().append() && !eye.may(entry, Verb.APPEND));
        return more ? 403 : 200;
    }

    private Set<String> told(List<Shared> shares) {
        Set<String> told = new TreeSet<>();
        shares.forEach(s ->
                told.add((s.user() == 0 ? "team/" + world.id("team", s.team()) : "user/" + world.id("user", s.user()))
                        + s.grants().write()
                        + s.grants().delete()
                        + s.grants().append()));
        return told;
    }

    private static Set<String> told(Colleague.Answer answer) {
        Set<String> told = new TreeSet<>();
        for (Object item : Plain.list(answer.body())) {
            Map<String, Object> share = Plain.map(item);
            Object principal = share.get("principal");
            told.add(Plain.map(principal).get("kind") + "/"
                    + Plain.map(principal).get("id") + share.get("write") + share.get("delete") + share.get("append"));
        }
        return told;
    }
}
