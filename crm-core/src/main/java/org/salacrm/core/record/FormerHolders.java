package org.salacrm.core.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Verb;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/**
 * Refuses unique values of records that were merged into another one, while that is there: they lead to it. It may have
 * them itself.
 */
final class FormerHolders {
    private static final String TAKEN = "invalid.unique";

    private final FormerRows rows;
    private final Sql sql;
    private final Reach reach;
    private final Caller caller;

    FormerHolders(Tx tx, Reach reach, Caller caller) {
        this.rows = new FormerRows(tx);
        this.sql = new Sql(tx);
        this.reach = reach;
        this.caller = caller;
    }

    /** The record that stayed. */
    private record Holder(String title, Long owner, Long team) {}

    void refuse(List<Lookups.Unique> asked) {
        asked.stream()
                .filter(one -> one.value() instanceof String && !one.type().isPart())
                .collect(Collectors.groupingBy(Lookups.Unique::column))
                .values()
                .forEach(this::refuseOf);
    }

    private void refuseOf(List<Lookups.Unique> asked) {
        EntityType type = asked.get(0).type();
        FieldType field = asked.get(0).field();
        List<Object> values = new ArrayList<>();
        asked.forEach(one -> values.add(one.value()));
        for (FormerRows.Former former : rows.named(type.name(), field.name(), values)) {
            asked.stream()
                    .filter(one -> one.value().equals(former.values().get(field.name())))
                    .filter(one -> one.own() != former.id() && one.own() != former.into())
                    .forEach(one -> holder(type, former.into()).ifPresent(holder -> refuse(one, former, holder)));
        }
    }

    private Optional<Holder> holder(EntityType type, long id) {
        String title = type.field(type.title())
                .filter(FieldType::isText)
                .map(FieldType::column)
                .orElse("''");
        return sql.first(
                "select " + title + ", owner_id, team_id from " + type.table() + " where id = ?",
                row -> new Holder(
                        Objects.toString(row.getString(1), ""),
                        row.getObject(2, Long.class),
                        row.getObject(3, Long.class)),
                id);
    }

    /** Of a record that the caller may not read nothing is told but that the value is not free. */
    private void refuse(Lookups.Unique one, FormerRows.Former former, Holder holder) {
        Lookups.Place place = one.place();
        Reach.Subject subject = new Reach.Subject(one.type(), former.into(), holder.owner(), holder.team());
        boolean told = reach.shows(caller, one.type(), one.type().title())
                && (one.type().features().common() || reach.reaches(caller, subject, Verb.READ));
        String value = TextKinds.shown(one.value());
        String was = former.values().getOrDefault(one.type().title(), value);
        place.refusals()
                .add(
                        place.path(),
                        told ? "invalid.unique.former" : TAKEN,
                        told ? Map.of("value", value, "was", was, "into", holder.title()) : Map.of("value", value));
    }
}
