package org.salacrm.itest.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.salacrm.api.security.Verb;

/** Lists that people kept: each sees his own, those of his teams and those for everybody, of what he may read. */
final class ViewDoor implements Door {
    private static final int MOST = 60;

    private final Asking asking;
    private final Findings findings;
    private final World world;
    private final Random random;
    private final List<Kept> all = new ArrayList<>();
    /** No two lists for the same people have one name. */
    private int names;

    ViewDoor(Asking asking) {
        this.asking = asking;
        this.findings = asking.findings();
        this.world = asking.world();
        this.random = asking.random();
    }

    /** A kept list. @param team 0 unless it is for a team */
    private record Kept(String id, String entity, long owner, String audience, long team) {
        boolean ofOthers() {
            return !audience.equals("private");
        }

        String path() {
            return "/api/views/" + id.substring("saved.".length());
        }
    }

    @Override
    public void ask(Colleague who) {
        String entity = asking.pick(World.KINDS).entity();
        if (all.isEmpty() || all.size() < MOST && random.nextInt(3) > 0) {
            Stream.generate(asking.staff())
                    .limit(random.nextInt(12))
                    .filter(other -> mayShare(other) && other.eye.has(entity, Verb.READ))
                    .findFirst()
                    .ifPresentOrElse(other -> keep(other, entity), () -> keep(who, entity));
        } else if (random.nextBoolean()) {
            change(who, asking.pick(all));
        } else {
            remove(who, asking.pick(all));
        }
        see(who, entity);
    }

    private void keep(Colleague who, String entity) {
        String audience = asking.pick(List.of("private", "team", "all"));
        Kept wish = new Kept("", entity, who.eye.user.id(), audience, audience.equals("team") ? team(who) : 0);
        Colleague.Answer answer = who.send("view", "POST", "/api/views", body(wish));
        findings.same(who + " keeps " + wish, mayKeep(who, wish) ? 201 : 403, answer.status());
        if (answer.is(201)) {
            all.add(new Kept(answer.get("id").toString(), entity, wish.owner(), audience, wish.team()));
        }
    }

    private void change(Colleague who, Kept view) {
        int expected = !mayKeep(who, view) ? 403 : isHis(who, view) ? 200 : 404;
        Colleague.Answer answer = who.send("view", "PUT", view.path(), body(view), "If-Match", "*");
        findings.same(who + " arranges anew " + view, expected, answer.status());
    }

    private void remove(Colleague who, Kept view) {
        Colleague.Answer answer = who.send("view", "DELETE", view.path(), null);
        findings.same(who + " removes " + view, isHis(who, view) ? 204 : 404, answer.status());
        if (answer.is(204)) {
            all.remove(view);
        }
    }

    private void see(Colleague who, String entity) {
        TreeSet<String> expected = new TreeSet<>();
        all.stream()
                .filter(view -> view.entity().equals(entity) && sees(who, view))
                .forEach(view -> expected.add(view.id()));
        TreeSet<String> told = new TreeSet<>();
        Plain.list(who.get("views", "/api/types/" + entity).get("views")).stream()
                .map(view -> Plain.map(view).get("id").toString())
                .filter(id -> id.startsWith("saved."))
                .forEach(told::add);
        findings.same(who + " sees the lists kept of " + entity, expected, told);
    }

    private long team(Colleague who) {
        List<Long> his = List.copyOf(world.rules.worksIn(who.eye.user));
        return his.isEmpty() || random.nextInt(3) == 0
                ? asking.pick(world.company.teams()).id()
                : asking.pick(his);
    }

    private Map<String, Object> body(Kept view) {
        return Map.of(
                "entity", view.entity(),
                "name", "list " + ++names,
                "audience", view.audience(),
                "team", "" + world.id("team", view.team()),
                "columns", List.of(World.title(view.entity())));
    }

    private boolean mayKeep(Colleague who, Kept view) {
        return who.eye.has(view.entity(), Verb.READ)
                && (!view.ofOthers()
                        || who.eye.isAdministrator()
                        || mayShare(who) && (view.team() == 0 || isOf(who, view)));
    }

    private boolean mayShare(Colleague who) {
        return World.SHARES.stream().anyMatch(permission -> world.rules.permitted(who.eye.user, permission));
    }

    private boolean sees(Colleague who, Kept view) {
        return who.eye.has(view.entity(), Verb.READ)
                && (view.owner() == who.eye.user.id()
                        || view.audience().equals("all")
                        || view.audience().equals("team") && (who.eye.isAdministrator() || isOf(who, view)));
    }

    private boolean isHis(Colleague who, Kept view) {
        return view.owner() == who.eye.user.id() || who.eye.isAdministrator() && view.ofOthers();
    }

    private boolean isOf(Colleague who, Kept view) {
        return world.rules.worksIn(who.eye.user).contains(view.team());
    }
}
