package org.salacrm.core.definition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.event.Live;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Ids;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Level;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.api.setting.SavedViews;
import org.salacrm.core.record.Visible;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Saved lists in one table; they are found by entity, of which each has few. */
@Component(service = SavedViews.class)
public class JdbcSavedViews implements SavedViews {
    private static final String PRIVATE = "private";
    private static final String TEAM = "team";
    private static final String ALL = "all";
    private static final String KIND = "view";
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_BODY = 64 * 1024;
    private static final int MOST = 200;
    private static final String COLUMNS = "id, version, entity, name, audience, team_id, user_id, body";

    private final Tx tx;
    private final Sql sql;
    private final Ids ids;
    private final Callers callers;
    private final Rights rights;
    private final Live live;

    @Activate
    public JdbcSavedViews(
            @Reference Tx tx,
            @Reference Ids ids,
            @Reference Callers callers,
            @Reference Rights rights,
            @Reference Live live) {
        this.tx = tx;
        this.sql = new Sql(tx);
        this.ids = ids;
        this.callers = callers;
        this.rights = rights;
        this.live = live;
    }

    @Override
    public List<SavedView> of(String entity) {
        Caller caller = callers.current();
        if (rights.level(caller, entity, Verb.READ) == Level.NONE) {
            return List.of();
        }
        return sql
                .list(
                        "SELECT " + COLUMNS + " FROM core_saved_view WHERE entity = ?"
                                + " AND (user_id = ? OR audience <> 'private') ORDER BY id",
                        JdbcSavedViews::read,
                        entity,
                        caller.user())
                .stream()
                .filter(view -> sees(caller, view))
                .toList();
    }

    /** Those of all people, for whoever must know what a change would break. */
    public static List<SavedView> ofEverybody(Sql sql) {
        return sql.list("SELECT " + COLUMNS + " FROM core_saved_view ORDER BY id", JdbcSavedViews::read);
    }

    private static boolean sees(Caller caller, SavedView view) {
        return view.owner() == caller.user()
                || view.audience().equals(ALL)
                || view.audience().equals(TEAM)
                        && (caller.mayEverything() || caller.teams().contains(view.team()));
    }

    @Override
    public SavedView save(SavedView view) {
        Caller caller = callers.current();
        check(caller, view);
        return tx.required(() -> {
            if (view.id() == 0) {
                onlyOnce(view);
                SavedView made = insert(caller, view);
                tell(made);
                return made;
            }
            SavedView before = own(caller, view.id());
            onlyOnce(view);
            SavedView after = replace(view, view.version() == Records.ANY_VERSION ? before.version() : view.version());
            tell(before, after);
            return after;
        });
    }

    private void check(Caller caller, SavedView view) {
        if (!Visible.is(view.name())) {
            throw new InvalidRecordException("name", "invalid.required");
        }
        if (view.name().length() > LONGEST_NAME) {
            throw InvalidRecordException.tooLong("name", LONGEST_NAME);
        }
        if (view.body().length() > LONGEST_BODY) {
            throw InvalidRecordException.tooLong("body", LONGEST_BODY);
        }
        boolean others = !view.audience().equals(PRIVATE);
        boolean foreign =
                view.audience().equals(TEAM) && !caller.teams().contains(view.team()) && !caller.mayEverything();
        if (others && (foreign || !rights.permitted(caller, SHARE))) {
            throw new ForbiddenException(KIND, "share");
        }
        if (others && !List.of(TEAM, ALL).contains(view.audience())) {
            throw InvalidRecordException.noChoice("audience", view.audience());
        }
    }

    /** Two of one name for the same people could not be told apart. */
    private void onlyOnce(SavedView view) {
        boolean twice = of(view.entity()).stream()
                .filter(other -> other.id() != view.id())
                .filter(other -> other.audience().equals(view.audience()))
                .filter(other -> !view.audience().equals(TEAM) || other.team() == view.team())
                .anyMatch(other -> other.name().equalsIgnoreCase(view.name().strip()));
        if (twice) {
            throw new InvalidRecordException("name", "view.twice");
        }
    }

    private SavedView insert(Caller caller, SavedView view) {
        if (of(view.entity()).size() >= MOST) {
            throw new InvalidRecordException("name", "view.many");
        }
        long id = ids.next();
        sql.update(
                "INSERT INTO core_saved_view (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                1,
                view.entity(),
                view.name().strip(),
                view.audience(),
                view.team(),
                caller.user(),
                view.body());
        return find(id).orElseThrow();
    }

    private SavedView replace(SavedView view, int version) {
        int replaced = sql.update(
                "UPDATE core_saved_view SET version = version + 1, name = ?, audience = ?, team_id = ?, body = ?"
                        + " WHERE id = ? AND version = ?",
                view.name().strip(),
                view.audience(),
                view.team(),
                view.body(),
                view.id(),
                version);
        if (replaced == 0) {
            throw new StaleRecordException(KIND, view.id());
        }
        return find(view.id()).orElseThrow();
    }

    @Override
    public void remove(long id) {
        Caller caller = callers.current();
        tx.required(() -> {
            tell(own(caller, id));
            return sql.update("DELETE FROM core_saved_view WHERE id = ?", id);
        });
    }

    /** The open lists of those it is for show it as it is now. */
    private void tell(SavedView... ways) {
        Map<String, Object> body = Map.of("entity", ways[0].entity());
        Stream.of(ways)
                .map(view -> view.audience().equals(PRIVATE) ? view.owner() : 0)
                .distinct()
                .forEach(whom -> tx.afterCommit(() -> live.tell(new Live.Message("views", whom, body))));
    }

    /** What is private of others is nobody's business, an administrator's neither. */
    private SavedView own(Caller caller, long id) {
        return find(id).filter(view -> view.owner() == caller.user()
                        || caller.mayEverything() && !view.audience().equals(PRIVATE))
                .orElseThrow(() -> new AbsentRecordException(KIND, id));
    }

    private Optional<SavedView> find(long id) {
        return sql.first("SELECT " + COLUMNS + " FROM core_saved_view WHERE id = ?", JdbcSavedViews::read, id);
    }

    private static SavedView read(ResultSet row) throws SQLException {
        return new SavedView(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(7),
                row.getString(8));
    }
}
