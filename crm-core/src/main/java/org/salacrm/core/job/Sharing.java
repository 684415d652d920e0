package org.salacrm.core.job;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Shares;
import org.salacrm.api.security.Shares.Grants;
import org.salacrm.api.security.Shares.Share;
import org.salacrm.core.record.Kept;
import org.salacrm.core.security.Directories;

/** Shares many records with people and teams or ends that; whoever has a share already gets it as it is given now. */
@Component(service = Sharing.class)
public class Sharing {
    private final Shares shares;
    private final UndoRows undone;
    private final Callers callers;
    private final Directories directories;

    @Activate
    public Sharing(
            @Reference Shares shares,
            @Reference UndoRows undone,
            @Reference Callers callers,
            @Reference Directories directories) {
        this.shares = shares;
        this.undone = undone;
        this.callers = callers;
        this.directories = directories;
    }

    /** @param with the shares that are given, none when they end */
    record Change(Set<Long> principals, List<Share> with) {}

    Change change(String verb, Map<String, Object> values) {
        if (!(values.get("shares") instanceof List<?> list) || list.isEmpty()) {
            throw new MalformedQueryException("values", "sharing needs shares");
        }
        List<Share> with = list.stream().map(Sharing::share).toList();
        Set<Long> principals = with.stream().map(Share::principal).collect(Collectors.toSet());
        boolean gives = verb.equals("share");
        if (gives && principals.contains(callers.current().user())) {
            throw new MalformedQueryException("shares", "nothing is shared with oneself");
        }
        if (gives) {
            with.forEach(share -> directories.current().requirePrincipal(share.kind(), share.principal()));
        }
        return new Change(principals, gives ? with : List.of());
    }

    void change(String entity, long id, Change change, long undo) {
        List<Share> before = shares.of(entity, id);
        List<Share> wanted = new ArrayList<>(before);
        wanted.removeIf(share -> change.principals().contains(share.principal()));
        wanted.addAll(change.with());
        Map<String, Object> made = plain(shares.save(entity, id, wanted));
        Map<String, Object> had = plain(before);
        List<Kept.Field> changes = change.principals().stream()
                .map(String::valueOf)
                .filter(principal -> !Objects.equals(had.get(principal), made.get(principal)))
                .map(principal -> new Kept.Field(principal, true, had.get(principal), made.get(principal)))
                .toList();
        if (!changes.isEmpty()) {
            undone.shared(undo, entity, id, changes);
        }
    }

    /**
     * Puts back with whom a record is shared, but for those with whom it is shared otherwise since.
     *
     * @param anyway those for whom it is put back even so
     * @return what stays
     */
    List<Kept.Field> putBack(Kept step, Set<String> anyway) {
        Map<String, Object> now = plain(shares.of(step.entity(), step.record()));
        Map<String, Object> wanted = new LinkedHashMap<>(now);
        List<Kept.Field> left = new ArrayList<>();
        for (Kept.Field change : step.fields()) {
            boolean same = Objects.equals(now.get(change.name()), change.made());
            if (!same && !anyway.contains(change.name())) {
                left.add(change);
            } else if (change.before() == null) {
                wanted.remove(change.name());
            } else {
                wanted.put(change.name(), change.before());
            }
        }
        if (!wanted.equals(now)) {
            shares.save(
                    step.entity(),
                    step.record(),
                    wanted.values().stream().map(Sharing::share).toList());
        }
        return left;
    }

    /** By the id of whom something is shared with. */
    private static Map<String, Object> plain(List<Share> shares) {
        Map<String, Object> plain = new LinkedHashMap<>();
        shares.forEach(share -> plain.put(String.valueOf(share.principal()), plain(share)));
        return plain;
    }

    private static Map<String, Object> plain(Share share) {
        return Map.of(
                "principal",
                Map.of("kind", share.kind(), "id", String.valueOf(share.principal())),
                "read",
                share.grants().read(),
                "write",
                share.grants().write(),
                "delete",
                share.grants().delete(),
                "append",
                share.grants().append(),
                "until",
                share.until().map(Instant::toString).orElse(""));
    }

    private static Share share(Object given) {
        if (!(given instanceof Map<?, ?> map) || !(map.get("principal") instanceof Map<?, ?> principal)) {
            throw new MalformedQueryException("shares", "a share names its principal");
        }
        long id = Given.id(principal)
                .orElseThrow(() -> new MalformedQueryException("shares", "a share names its principal"));
        Grants grants = new Grants(flag(map, "read"), flag(map, "write"), flag(map, "delete"), flag(map, "append"));
        return new Share(String.valueOf(principal.get("kind")), id, "", grants, until(map.get("until")));
    }

    private static boolean flag(Map<?, ?> map, String name) {
        return Boolean.TRUE.equals(map.get(name));
    }

    private static Optional<Instant> until(Object given) {
        if (given == null || given.equals("")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(String.valueOf(given)));
        } catch (DateTimeParseException e) {
            throw new MalformedQueryException("shares", "no moment: " + given);
        }
    }
}
