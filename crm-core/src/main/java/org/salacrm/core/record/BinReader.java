package org.salacrm.core.record;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.RecycleBin;
import org.salacrm.api.record.Slice;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Lists what lies in the recycle bin. */
@Component
public final class BinReader implements RecycleBin {
    private static final int PIECE = 50;
    private final Sql sql;
    private final EntityTypes types;
    private final Callers callers;
    private final Rights rights;
    private final Titles titles;

    @Activate
    public BinReader(
            @Reference Tx tx, @Reference EntityTypes types, @Reference Callers callers, @Reference Rights rights) {
        this.sql = new Sql(tx);
        this.types = types;
        this.rights = rights;
        this.callers = callers;
        this.titles = new Titles(tx, types);
    }

    @Override
    public Slice<Entry> entries(String after) {
        Caller caller = callers.current();
        String mine = caller.mayEverything() ? "" : " and user_id = " + caller.user();
        List<Entry> rows = sql.list(
                "select id, entity, label, deleted_at, user_id from core_bin where id < ?" + mine
                        + " order by id desc fetch first " + (PIECE + 1) + " rows only",
                row -> new Entry(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        new Ref("user", row.getLong(5), "")),
                Values.after(after));
        List<Entry> piece = rows.subList(0, Math.min(PIECE, rows.size()));
        Titles.Wanted wanted = titles.wanted();
        piece.forEach(entry -> wanted.add("user", entry.by().id()));
        Map<Titles.Key, String> labels = wanted.read();
        List<Entry> named = piece.stream()
                .map(entry ->
                        new Entry(entry.id(), entry.entity(), label(entry), entry.at(), named(entry.by(), labels)))
                .toList();
        return new Slice<>(
                named, rows.size() > PIECE ? String.valueOf(piece.get(PIECE - 1).id()) : "");
    }

    /** Deleting a record shows nobody a title that he may not read. */
    private String label(Entry entry) {
        Caller caller = callers.current();
        boolean hidden = !caller.mayEverything()
                && types.find(entry.entity())
                        .filter(type -> rights.field(caller, type.name(), type.title()) == Access.NONE)
                        .isPresent();
        return hidden ? "" : entry.label();
    }

    private static Ref named(Ref by, Map<Titles.Key, String> labels) {
        return new Ref("user", by.id(), labels.getOrDefault(new Titles.Key("user", by.id()), ""));
    }
}
