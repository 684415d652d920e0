package org.salacrm.core.model;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Finds the customer that any kind of record belongs to, as the running transaction sees it. Thread-safe. */
@Component(service = AccountOf.class)
public class AccountOf {
    private final EntityTypes types;
    private final Tx tx;

    @Activate
    public AccountOf(@Reference EntityTypes types, @Reference Tx tx) {
        this.types = types;
        this.tx = tx;
    }

    /** Id of the account; an account belongs to itself. */
    Optional<Long> of(String entity, long id) {
        if (entity.equals("account")) {
            return Optional.of(id);
        }
        return types.find(entity).flatMap(type -> type.field("account")
                .filter(field -> field.ref().equals("account"))
                .flatMap(field -> read(type, field, id)));
    }

    private Optional<Long> read(EntityType type, FieldType field, long id) {
        String sql = "select " + field.column() + " from " + type.table() + " where id = ?";
        return new Sql(tx).first(sql, row -> row.getLong(1), id).filter(account -> account != 0);
    }
}
