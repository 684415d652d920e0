package org.salacrm.core.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.core.record.AttachedTable;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Whether people's work hangs on a record: other records that name it, its notes and files. */
@Component(service = Hanging.class)
public class Hanging {
    private final EntityTypes types;
    private final Sql sql;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<AttachedTable> attached = List.of();

    @Activate
    public Hanging(@Reference EntityTypes types, @Reference Tx tx) {
        this.types = types;
        this.sql = new Sql(tx);
    }

    /** Without a container: what comes and goes is given by hand. */
    public Hanging with(List<AttachedTable> others) {
        this.attached = List.copyOf(others);
        return this;
    }

    public boolean isOn(String entity, long id) {
        List<Object> ids = new ArrayList<>();
        List<String> questions = Stream.concat(
                        Place.referring(types.all(), entity).stream()
                                .filter(place -> !isPartOf(place, entity) && !isTrace(place)),
                        attached.stream().filter(AttachedTable::isWork).map(table -> Place.hanging(table.table())))
                .map(place -> question(place, entity, id, ids))
                .toList();
        return !questions.isEmpty()
                && sql.first(String.join(" union all ", questions), row -> 1, ids.toArray())
                        .isPresent();
    }

    /** What the product writes down of each record, such as its states, is nobody's work. */
    private boolean isTrace(Place place) {
        return attached.stream()
                .anyMatch(other -> !other.followsMerge() && other.table().equals(place.table()));
    }

    private static boolean isPartOf(Place place, String entity) {
        return place.holder().map(EntityType::parent).filter(entity::equals).isPresent();
    }

    private static String question(Place place, String entity, long id, List<Object> values) {
        StringBuilder sql =
                new StringBuilder("select 1 from ").append(place.table()).append(" where ");
        sql.append(place.column()).append(" = ?");
        values.add(id);
        if (!place.kindColumn().isEmpty()) {
            sql.append(" and ").append(place.kindColumn()).append(" = ?");
            values.add(entity);
        }
        if (place.holder().filter(holder -> holder.name().equals(entity)).isPresent()) {
            sql.append(" and id <> ?");
            values.add(id);
        }
        return sql.toString();
    }
}
