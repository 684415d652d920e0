package org.salacrm.core.duplicate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Pairs that searches found, and those of which people said that they are not the same. */
@Component(service = FoundRows.class)
public final class FoundRows {
    private final Tx tx;
    private final Sql sql;
    private final Clock clock;

    @Activate
    public FoundRows(@Reference Tx tx, @Reference Clock clock) {
        this.tx = tx;
        this.sql = new Sql(tx);
        this.clock = clock;
    }

    /** Two records; the lesser id first. */
    record Pair(long low, long high) {
        static Pair of(long a, long b) {
            return new Pair(Math.min(a, b), Math.max(a, b));
        }

        /** Each with each of some records. */
        static List<Pair> among(List<Long> ids) {
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                for (long other : ids.subList(i + 1, ids.size())) {
                    pairs.add(of(ids.get(i), other));
                }
            }
            return pairs;
        }
    }

    /** What somebody said of two records at a moment. */
    record Said(Instant at, Pair pair) {}

    record Scored(Pair pair, int score, long group) {}

    /** Two people may say the same at the same time. */
    void differ(String entity, List<Pair> pairs, long user) {
        Instant now = clock.instant();
        sql.making(() -> {
            forget(entity, pairs);
            pairs.forEach(pair -> differ(entity, pair, user, now));
            return pairs;
        });
    }

    private void differ(String entity, Pair pair, long user, Instant now) {
        sql.update(
                "insert into core_duplicate_not (entity, low_id, high_id, user_id, said_at) values (?, ?, ?, ?, ?)",
                entity,
                pair.low(),
                pair.high(),
                user,
                now);
        sql.update("delete from core_duplicate_found where low_id = ? and high_id = ?", pair.low(), pair.high());
    }

    /** Nobody said that these are different. */
    void forget(String entity, List<Pair> pairs) {
        tx.required(() -> {
            pairs.forEach(pair -> sql.update(
                    "delete from core_duplicate_not where entity = ? and low_id = ? and high_id = ?",
                    entity,
                    pair.low(),
                    pair.high()));
            return pairs;
        });
    }

    /** Which pairs of some records are known to be different. */
    Set<Pair> different(String entity, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        String in = ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return new HashSet<>(sql.list(
                "select low_id, high_id from core_duplicate_not where entity = ? and low_id in (" + in + ")",
                FoundRows::pair,
                entity));
    }

    /** Those a record is known to be different from. */
    Set<Long> different(String entity, long id) {
        Set<Long> others = new HashSet<>(other("select high_id from core_duplicate_not where low_id = ?", entity, id));
        others.addAll(other("select low_id from core_duplicate_not where high_id = ?", entity, id));
        return others;
    }

    private List<Long> other(String select, String entity, long id) {
        return sql.list(select + " and entity = ?", row -> row.getLong(1), id, entity);
    }

    /** Of one person's wishes to search one is heard after the other. */
    <T> T inTurn(long user, Supplier<T> wish) {
        return tx.required(() -> {
            sql.update("update core_user set version = version where id = ?", user);
            return wish.get();
        });
    }

    /** All pairs of the latest moments at which somebody said that some are different, the latest first. */
    List<Said> said(String entity, Instant before, int moments) {
        List<Instant> at = sql.list(
                "select distinct said_at from core_duplicate_not where entity = ? and said_at < ?"
                        + " order by said_at desc fetch first " + moments + " rows only",
                row -> Sql.instant(row, "said_at"),
                entity,
                before);
        return within(
                at,
                (latest, earliest) -> sql.list(
                        "select low_id, high_id, said_at from core_duplicate_not where entity = ?"
                                + " and said_at between ? and ? order by said_at desc, low_id, high_id",
                        row -> new Said(Sql.instant(row, "said_at"), pair(row)),
                        entity,
                        earliest,
                        latest));
    }

    /** A page is so many moments or groups, each whole: the pairs of all of them, from the first to the last. */
    private static <T, P> List<P> within(List<T> page, BiFunction<T, T, List<P>> pairs) {
        return page.isEmpty() ? List.of() : pairs.apply(page.get(0), page.get(page.size() - 1));
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(row.getLong(1), row.getLong(2));
    }

    private static Scored scored(ResultSet row) throws SQLException {
        return new Scored(pair(row), row.getInt(3), row.getLong(4));
    }

    /** A search begins; what the same person found before over the same entity is forgotten. */
    void begin(long search, String entity, long user) {
        tx.required(() -> {
            sql.update(
                    "delete from core_duplicate_found where search_id in"
                            + " (select id from core_duplicate_search where entity = ? and user_id = ?)",
                    entity,
                    user);
            sql.update("delete from core_duplicate_search where entity = ? and user_id = ?", entity, user);
            return sql.update(
                    "insert into core_duplicate_search (id, entity, user_id) values (?, ?, ?)", search, entity, user);
        });
    }

    void add(long search, Pair pair, int score) {
        sql.update(
                "insert into core_duplicate_found (search_id, low_id, high_id, group_id, score)"
                        + " values (?, ?, ?, ?, ?)",
                search,
                pair.low(),
                pair.high(),
                pair.low(),
                score);
    }

    /** The pairs that follow one in the order of their ids. */
    List<Scored> pairs(long search, Pair after, int limit) {
        return sql.list(
                "select low_id, high_id, score, group_id from core_duplicate_found where search_id = ?"
                        + " and (low_id > ? or low_id = ? and high_id > ?)"
                        + " order by low_id, high_id fetch first " + limit + " rows only",
                FoundRows::scored,
                search,
                after.low(),
                after.low(),
                after.high());
    }

    void setGroup(long search, Pair pair, long group) {
        sql.update(
                "update core_duplicate_found set group_id = ? where search_id = ? and low_id = ? and high_id = ?",
                group,
                search,
                pair.low(),
                pair.high());
    }

    /** What somebody looked through; nothing when the search is not his or forgotten. */
    Optional<String> entity(long search, long user) {
        return sql.first(
                "select entity from core_duplicate_search where id = ? and user_id = ?",
                row -> row.getString(1),
                search,
                user);
    }

    /** The pairs of the groups that follow one. */
    List<Scored> groups(long search, long after, int limit) {
        List<Long> groups = sql.list(
                "select distinct group_id from core_duplicate_found where search_id = ? and group_id > ?"
                        + " order by group_id fetch first " + limit + " rows only",
                row -> row.getLong(1),
                search,
                after);
        return within(
                groups,
                (first, last) -> sql.list(
                        "select low_id, high_id, score, group_id from core_duplicate_found where search_id = ?"
                                + " and group_id between ? and ? order by group_id, score desc",
                        FoundRows::scored,
                        search,
                        first,
                        last));
    }
}
