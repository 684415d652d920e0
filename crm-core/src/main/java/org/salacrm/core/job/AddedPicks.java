package org.salacrm.core.job;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.core.definition.PickRows;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Takes codes that were added to pick lists out again, unless a record has them. */
@Component(service = AddedPicks.class)
public class AddedPicks {
    private final EntityTypes types;
    private final PickRows rows;
    private final Sql sql;

    @Activate
    public AddedPicks(@Reference EntityTypes types, @Reference PickRows rows, @Reference Tx tx) {
        this.types = types;
        this.rows = rows;
        this.sql = new Sql(tx);
    }

    /** @return whether it is out; of a list whose module is away nobody can tell whether a record has it */
    boolean remove(String list, String code) {
        if (isUsed(list, code)) {
            return false;
        }
        rows.remove(list, code);
        return true;
    }

    private boolean isUsed(String list, String code) {
        List<String> questions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        types.all().forEach(type -> type.fields().stream()
                .filter(field -> field.pickList().equals(list))
                .forEach(field -> {
                    questions.add(question(field));
                    values.add(field.kind().equals(Kind.MULTIPICK) ? "%," + code + ",%" : code);
                }));
        return questions.isEmpty()
                || sql.first(String.join(" union all ", questions), row -> 1, values.toArray())
                        .isPresent();
    }

    private static String question(FieldType field) {
        String compared = field.kind().equals(Kind.MULTIPICK) ? " like ?" : " = ?";
        return "select 1 from " + field.table() + " where " + field.column() + compared;
    }
}
