package org.salacrm.core.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.RecycleBin;
import org.salacrm.api.record.Slice;
import org.salacrm.api.security.Access;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.core.definition.CompanyZone;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Lists what lies in the recycle bin, and finds in it. */
@Component
public final class BinReader implements RecycleBin {
    private static final int PIECE = 50;
    private final Sql sql;
    private final EntityTypes types;
    private final Callers callers;
    private final Rights rights;
    private final Supplier<ZoneId> zone;
    private final Titles titles;

    @Activate
    public BinReader(
            @Reference Tx tx,
            @Reference EntityTypes types,
            @Reference Callers callers,
            @Reference Rights rights,
            @Reference CompanyZone zone) {
        this(tx, types, callers, rights, (Supplier<ZoneId>) zone);
    }

    BinReader(Tx tx, EntityTypes types, Callers callers, Rights rights, Supplier<ZoneId> zone) {
        this.sql = new Sql(tx);
        this.types = types;
        this.rights = rights;
        this.callers = callers;
        this.zone = zone;
        this.titles = new Titles(tx, types);
    }

    @Override
    public Slice<Entry> entries(Wish wish) {
        List<Object> values = new ArrayList<>();
        List<Entry> rows = sql.list(
                "select id, entity, label, deleted_at, user_id from core_bin where " + where(wish, values)
                        + " order by id desc fetch first " + (PIECE + 1) + " rows only",
                row -> new Entry(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        new Ref("user", row.getLong(5), "")),
                values.toArray());
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

    private String where(Wish wish, List<Object> values) {
        List<String> conditions = new ArrayList<>(List.of("id < ?"));
        values.add(Values.after(wish.after()));
        Caller caller = callers.current();
        if (!caller.mayEverything()) {
            conditions.add("user_id = ?");
            values.add(caller.user());
        }
        if (wish.by() != 0) {
            conditions.add("user_id = ?");
            values.add(wish.by());
        }
        if (!wish.entity().isEmpty()) {
            conditions.add("entity = ?");
            values.add(wish.entity());
        }
        wish.from().ifPresent(day -> {
            conditions.add("deleted_at >= ?");
            values.add(begin(day));
        });
        wish.until().ifPresent(day -> {
            conditions.add("deleted_at < ?");
            values.add(begin(day.plusDays(1)));
        });
        if (!wish.text().isBlank()) {
            called(wish.text(), conditions, values);
        }
        return String.join(" and ", conditions);
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(zone.get()).toInstant();
    }

    /** By a title that he may not read nobody finds anything either. */
    private void called(String text, List<String> conditions, List<Object> values) {
        conditions.add("lower(label) like ? escape '!'");
        values.add("%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
        for (EntityType type : types.all()) {
            if (!type.isPart() && isHidden(type)) {
                conditions.add("entity <> ?");
                values.add(type.name());
            }
        }
    }

    /** Deleting a record shows nobody a title that he may not read. */
    private String label(Entry entry) {
        return types.find(entry.entity()).filter(this::isHidden).isPresent() ? "" : entry.label();
    }

    private boolean isHidden(EntityType type) {
        return rights.field(callers.current(), type.name(), type.title()) == Access.NONE;
    }

    private static Ref named(Ref by, Map<Titles.Key, String> labels) {
        return new Ref("user", by.id(), labels.getOrDefault(new Titles.Key("user", by.id()), ""));
    }
}
