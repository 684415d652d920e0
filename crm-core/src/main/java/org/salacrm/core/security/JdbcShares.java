package org.salacrm.core.security;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Shares;
import org.salacrm.api.security.Verb;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Keeps with whom records are shared. Nobody gives more than he has, and every share includes reading. */
@Component
public class JdbcShares implements Shares {
    private static final List<String> VERBS = List.of(Verb.READ, Verb.UPDATE, Verb.DELETE, Verb.APPEND);
    private static final int MOST_DAYS = 365_000;
    private static final int GATES = 64;
    /** Who saves the shares of one record at the same moment waits here: two databases would refuse it in two ways. */
    private final Object[] gates = Stream.generate(Object::new).limit(GATES).toArray();

    private final Tx tx;
    private final Sql sql;
    private final Facts facts;
    private final Callers callers;
    private final Rights rights;
    private final Directories directories;
    private final ShareNews news;
    private final Clock clock;

    @Activate
    public JdbcShares(
            @Reference Tx tx,
            @Reference EntityTypes types,
            @Reference Callers callers,
            @Reference Rights rights,
            @Reference Directories directories,
            @Reference ShareNews news,
            @Reference Clock clock) {
        this.tx = tx;
        this.sql = new Sql(tx);
        this.facts = new Facts(sql, types);
        this.callers = callers;
        this.rights = rights;
        this.directories = directories;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public List<Share> of(String entity, long id) {
        return tx.required(() -> {
            visible(callers.current(), entity, id);
            return told(stored(entity, id));
        });
    }

    private List<Share> told(List<ShareRow> rows) {
        Directory directory = directories.current();
        return rows.stream().map(row -> share(row, directory)).toList();
    }

    private void visible(Caller caller, String entity, long id) {
        boolean isRecord =
                facts.keys(entity, id).filter(keys -> keys.id() == id).isPresent();
        if (!isRecord || !rights.allowed(caller, entity, id, Verb.READ)) {
            throw new AbsentRecordException(entity, id);
        }
    }

    private List<ShareRow> stored(String entity, long id) {
        return sql.list(
                ShareRow.SELECT + " where entity = ? and record_id = ? order by principal_id",
                ShareRow::read,
                entity,
                id);
    }

    private static Share share(ShareRow row, Directory directory) {
        String kind = directory.teams().containsKey(row.principal()) ? "team" : "user";
        return new Share(kind, row.principal(), directory.name(row.principal()).th(), row.grants(), row.until());
    }

    @Override
    public List<Long> with(String entity, Set<Long> principals, int most) {
        if (principals.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(principals);
        values.add(0, entity);
        String marks = "?, ".repeat(principals.size() - 1) + "?";
        return sql.list(
                "select distinct record_id from core_share where entity = ? and principal_id in (" + marks
                        + ") and can_read = true fetch first " + most + " rows only",
                row -> row.getLong(1),
                values.toArray());
    }

    @Override
    public List<Share> save(String entity, long id, List<Share> shares) {
        synchronized (gates[Math.floorMod(Objects.hash(entity, id), GATES)]) {
            return sql.making(() -> saved(entity, id, shares));
        }
    }

    private List<Share> saved(String entity, long id, List<Share> shares) {
        Caller caller = callers.current();
        visible(caller, entity, id);
        if (!rights.allowed(caller, entity, id, Verb.SHARE)) {
            throw new ForbiddenException(entity, Verb.SHARE);
        }
        List<ShareRow> rows = shares.stream().map(this::row).toList();
        onlyOnce(rows);
        List<ShareRow> stored = stored(entity, id);
        rows.stream().filter(row -> !stored.contains(row)).forEach(row -> mayGet(caller, row.principal()));
        noMoreThanHas(caller, entity, id, rows);
        rows.forEach(this::ends);
        List<Share> before = told(stored);
        sql.update("delete from core_share where entity = ? and record_id = ?", entity, id);
        rows.forEach(row -> add(entity, id, row));
        List<Share> now = told(stored(entity, id));
        news.shared(entity, id, before, now);
        return now;
    }

    private ShareRow row(Share share) {
        directories.current().requirePrincipal(share.kind(), share.principal());
        Grants g = share.grants();
        if (!g.read() && !g.write() && !g.delete() && !g.append()) {
            throw new InvalidRecordException("read", "share.empty");
        }
        return new ShareRow(share.principal(), new Grants(true, g.write(), g.delete(), g.append()), share.until());
    }

    private void mayGet(Caller caller, long principal) {
        if (principal == caller.user()) {
            throw new InvalidRecordException("principal", "share.self");
        }
        if (directories.current().hasLeft(principal)) {
            throw new InvalidRecordException("principal", "share.left");
        }
    }

    /** Of a share that ends later than that no database keeps the end. */
    private void ends(ShareRow row) {
        Instant latest = clock.instant().plus(MOST_DAYS, ChronoUnit.DAYS);
        if (row.until().filter(end -> end.isAfter(latest)).isPresent()) {
            throw new InvalidRecordException("until", "share.until");
        }
    }

    private static void onlyOnce(List<ShareRow> rows) {
        Set<Long> seen = new HashSet<>();
        if (!rows.stream().allMatch(row -> seen.add(row.principal()))) {
            throw new InvalidRecordException("principal", "share.twice");
        }
    }

    /** What stands there already may stay, whoever gave it. */
    private void noMoreThanHas(Caller caller, String entity, long id, List<ShareRow> rows) {
        Map<Long, ShareRow> before =
                stored(entity, id).stream().collect(Collectors.toMap(ShareRow::principal, Function.identity()));
        for (String verb : VERBS) {
            boolean more =
                    rows.stream().anyMatch(row -> row.gives(verb) && !gave(before.get(row.principal()), row, verb));
            if (more && !rights.allowed(caller, entity, id, verb)) {
                throw new ForbiddenException(entity, verb);
            }
        }
    }

    private static boolean gave(ShareRow before, ShareRow now, String verb) {
        return Optional.ofNullable(before)
                .filter(row -> row.gives(verb) && row.until().equals(now.until()))
                .isPresent();
    }

    private void add(String entity, long id, ShareRow row) {
        Grants g = row.grants();
        sql.update(
                "insert into core_share (entity, principal_id, record_id, can_read, can_write, can_delete, can_append,"
                        + " until_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                entity,
                row.principal(),
                id,
                g.read(),
                g.write(),
                g.delete(),
                g.append(),
                row.until().orElse(null));
    }
}
