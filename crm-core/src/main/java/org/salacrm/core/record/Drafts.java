package org.salacrm.core.record;

import java.util.Map;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.UnknownEntityException;
import org.salacrm.api.model.CrmRecord;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Verb;

/** Opens drafts: of new records, and of stored ones with which the caller may do what he wants to. Thread-safe. */
final class Drafts {
    private final Ground ground;
    private final Reach reach;
    private final Beans beans;
    private final Intake intake;
    private final Transactions transactions;
    private final StoredRows stored;

    Drafts(Ground ground, Reach reach, Beans beans, Intake intake, Transactions transactions) {
        this.ground = ground;
        this.reach = reach;
        this.beans = beans;
        this.intake = intake;
        this.transactions = transactions;
        this.stored = new StoredRows(ground.tx());
    }

    EntityType recordType(String entity) {
        EntityType type = transactions.pass(entity);
        if (type.isPart()) {
            throw new UnknownEntityException(entity);
        }
        return type;
    }

    EntityType recordType(Class<?> type) {
        EntityType known =
                ground.types().find(type).orElseThrow(() -> new UnknownEntityException(type.getSimpleName()));
        return recordType(known.name());
    }

    /** Of a new record, with the defaults of its class. */
    Draft fresh(EntityType type, CrmRecord record) {
        Caller caller = ground.callers().current();
        reach.requireLevel(caller, type, Verb.CREATE);
        if (record.getId() == null) {
            record.setId(ground.ids().next());
        }
        Draft draft = of(Change.Kind.CREATE, type, record, Map.of(), field -> null);
        beans.read(type, record).forEach((name, value) -> {
            if (value != null) {
                draft.set(name, value);
            }
        });
        return draft;
    }

    /** Of a record that the caller may read and change or delete. @param version that he saw */
    Draft existing(Change.Kind kind, EntityType type, long id, int version) {
        CrmRecord record = (CrmRecord) ground.tx().em(type.module()).find(type.type(), id);
        Caller caller = ground.callers().current();
        if (record == null || !reach.reaches(caller, Ownership.of(type, record), Verb.READ)) {
            throw new AbsentRecordException(type.name(), id);
        }
        reach.require(caller, Ownership.of(type, record), kind == Change.Kind.DELETE ? Verb.DELETE : Verb.UPDATE);
        if (version != Records.ANY_VERSION && version != record.getVersion()) {
            throw new StaleRecordException(type.name(), record.getId());
        }
        return of(
                kind,
                type,
                record,
                beans.read(type, record),
                field -> field.isParts()
                        ? beans.parts(type, field, record)
                        : stored.custom(type, id).get(field.name()));
    }

    /** Of a record that code has changed already. @param before how it was stored */
    Draft changed(EntityType type, CrmRecord record, Map<String, Object> before) {
        return of(
                Change.Kind.UPDATE,
                type,
                record,
                before,
                field -> field.isParts()
                        ? stored.parts(ground.types().get(field.part()), record.getId())
                        : stored.custom(type, record.getId()).get(field.name()));
    }

    /** Of a record that is back, to be told of. */
    Draft restored(EntityType type, long id) {
        CrmRecord record = (CrmRecord) ground.tx().em(type.module()).find(type.type(), id);
        return of(Change.Kind.CREATE, type, record, Map.of(), field -> null);
    }

    private Draft of(
            Change.Kind kind, EntityType type, CrmRecord record, Map<String, Object> old, Draft.Loader loader) {
        Caller caller = ground.callers().current();
        Draft.Context context = new Draft.Context(caller, transactions.work().cause(), loader, intake);
        return new Draft(kind, type, record, old, context);
    }
}
