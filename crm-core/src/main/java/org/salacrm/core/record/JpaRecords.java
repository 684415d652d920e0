package org.salacrm.core.record;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.UnknownEntityException;
import org.salacrm.api.model.CrmRecord;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.Ids;
import org.salacrm.api.record.RecordHook;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.core.record.outbox.Bell;
import org.salacrm.core.store.Tx;

/** Records kept by JPA: reads them, takes the new values in, and lets {@link Saving} do the rest. */
@Component(service = {Records.class, Writes.class})
public final class JpaRecords implements Records, Writes {
    private final Tx tx;
    private final EntityTypes types;
    private final Callers callers;
    private final Ids ids;
    private final Reach reach;
    private final Beans beans;
    private final Intake intake;
    private final StoredRows stored;
    private final Ownership ownership;
    private final Transactions transactions;
    private final Saving saving;
    private final Deleting deleting;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<RecordHook> hooks = List.of();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<AttachedTable> attached = List.of();

    @Activate
    public JpaRecords(
            @Reference Tx tx,
            @Reference EntityTypes types,
            @Reference Callers callers,
            @Reference Rights rights,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference PickLists pickLists,
            @Reference MainTeams teams,
            @Reference Bell bell,
            @Reference Gates gates) {
        this(new Ground(tx, types, callers, rights, ids, clock), pickLists, teams, bell, gates);
    }

    public JpaRecords(Ground ground, PickLists pickLists, MainTeams teams, Bell bell, Gates gates) {
        this.tx = ground.tx();
        this.types = ground.types();
        this.callers = ground.callers();
        this.ids = ground.ids();
        this.reach = new Reach(ground.rights());
        this.beans = new Beans(types);
        this.stored = new StoredRows(tx);
        this.intake = new Intake(ground.rights(), new PartValues(types, beans, ids));
        this.ownership = new Ownership(reach, teams);
        this.transactions = new Transactions(tx, new Journal(tx, ids), bell, gates);
        this.saving = new Saving(ground, reach, beans, new Validation(types, pickLists), () -> hooks);
        this.deleting = new Deleting(ground, () -> attached);
    }

    /** Without a container: what comes and goes is given by hand. */
    public JpaRecords with(List<RecordHook> otherHooks, List<AttachedTable> otherTables) {
        this.hooks = List.copyOf(otherHooks);
        this.attached = List.copyOf(otherTables);
        return this;
    }

    @Override
    public Saved create(String entity, Map<String, ?> values) {
        return create(entity, values, Map.of());
    }

    @Override
    public Saved create(String entity, Map<String, ?> chosen, Map<String, ?> set) {
        return transactions.run(() -> {
            EntityType type = recordType(entity);
            CrmRecord record = beans.make(type);
            Draft draft = fresh(type, record);
            intake.choose(draft, chosen);
            intake.set(draft, set);
            ownership.begin(draft);
            return released(draft, saving.save(draft, transactions.work()));
        });
    }

    @Override
    public <T extends CrmRecord> T create(T record) {
        return transactions.run(() -> {
            EntityType type = recordType(record.getClass());
            Draft draft = fresh(type, record);
            type.fields().stream()
                    .filter(field -> field.isParts() && beans.hasList(type, field, record))
                    .forEach(field -> draft.set(field.name(), beans.identified(type, field, record, ids)));
            ownership.begin(draft);
            saving.save(draft, transactions.work());
            transactions.work().picture(record, beans.read(type, record));
            return record;
        });
    }

    private Draft fresh(EntityType type, CrmRecord record) {
        Caller caller = callers.current();
        reach.requireLevel(caller, type, Verb.CREATE);
        if (record.getId() == null) {
            record.setId(ids.next());
        }
        Draft draft = draft(Change.Kind.CREATE, type, record, Map.of(), field -> null);
        beans.read(type, record).forEach((name, value) -> {
            if (value != null) {
                draft.set(name, value);
            }
        });
        return draft;
    }

    @Override
    public Saved update(String entity, long id, int version, Map<String, ?> values) {
        return update(entity, id, version, values, Map.of());
    }

    @Override
    public Saved update(String entity, long id, int version, Map<String, ?> chosen, Map<String, ?> set) {
        return transactions.run(() -> {
            EntityType type = recordType(entity);
            CrmRecord record = existing(type, id, Verb.UPDATE);
            requireVersion(type, record, version);
            Draft draft = draft(Change.Kind.UPDATE, type, record, beans.read(type, record), loader(type, record));
            intake.choose(draft, chosen);
            intake.set(draft, set);
            ownership.change(draft);
            return released(draft, saving.save(draft, transactions.work(), version != ANY_VERSION));
        });
    }

    @Override
    public <T extends CrmRecord> T update(T record) {
        return transactions.run(() -> {
            EntityType type = recordType(record.getClass());
            Map<String, Object> before = transactions.work().picture(record);
            Draft draft = draft(
                    Change.Kind.UPDATE,
                    type,
                    record,
                    before,
                    field -> field.isParts()
                            ? stored.parts(types.get(field.part()), record.getId())
                            : stored.custom(type, record.getId()).get(field.name()));
            reach.require(draft.caller(), ownership.before(draft), Verb.UPDATE);
            beans.read(type, record).forEach(draft::set);
            EntityManager em = tx.em(type.module());
            type.fields().stream()
                    .filter(field -> field.isParts() && beans.isLoaded(field, record, em))
                    .forEach(field -> draft.set(field.name(), beans.identified(type, field, record, ids)));
            ownership.change(draft);
            saving.save(draft, transactions.work(), true);
            transactions.work().picture(record, beans.read(type, record));
            return record;
        });
    }

    @Override
    public <T extends CrmRecord> Optional<T> find(Class<T> type, long id) {
        return transactions.run(() -> {
            EntityType known = recordType(type);
            T record = tx.em(known.module()).find(type, id);
            if (record == null || !reach.reaches(callers.current(), Ownership.of(known, record), Verb.READ)) {
                return Optional.empty();
            }
            transactions.work().picture(record, beans.read(known, record));
            return Optional.of(record);
        });
    }

    @Override
    public void delete(String entity, long id, int version) {
        transactions.run(() -> {
            EntityType type = recordType(entity);
            CrmRecord record = existing(type, id, Verb.DELETE);
            requireVersion(type, record, version);
            Draft draft = draft(Change.Kind.DELETE, type, record, beans.read(type, record), loader(type, record));
            saving.delete(draft, deleting, transactions.work());
            return id;
        });
    }

    @Override
    public Saved restore(long binEntry) {
        return transactions.run(() -> {
            Deleting.Restored back = deleting.restore(binEntry, callers.current(), reach, this::recordType);
            CrmRecord record =
                    (CrmRecord) tx.em(back.type().module()).find(back.type().type(), back.id());
            Draft draft = draft(Change.Kind.CREATE, back.type(), record, Map.of(), field -> null);
            return saving.told(draft, "restore", back.version(), transactions.work());
        });
    }

    @Override
    public <T> T transaction(Supplier<T> work) {
        return transactions.run(() -> {
            transactions.work().expectSeveral();
            return work.get();
        });
    }

    @Override
    public <T> T because(String action, Supplier<T> work) {
        return transactions.run(() -> {
            String before = transactions.work().cause();
            transactions.work().cause(action);
            try {
                return work.get();
            } finally {
                transactions.work().cause(before);
            }
        });
    }

    /** The record if the caller may read it and do this with it. */
    private CrmRecord existing(EntityType type, long id, String verb) {
        CrmRecord record = (CrmRecord) tx.em(type.module()).find(type.type(), id);
        Caller caller = callers.current();
        if (record == null || !reach.reaches(caller, Ownership.of(type, record), Verb.READ)) {
            throw new AbsentRecordException(type.name(), id);
        }
        reach.require(caller, Ownership.of(type, record), verb);
        return record;
    }

    private Saved released(Draft draft, Saved saved) {
        if (transactions.work().letsGo(draft.record())) {
            beans.release(draft.type(), draft.record(), tx.em(draft.type().module()));
        }
        return saved;
    }

    private static void requireVersion(EntityType type, CrmRecord record, int version) {
        if (version != ANY_VERSION && version != record.getVersion()) {
            throw new StaleRecordException(type.name(), record.getId());
        }
    }

    private Draft.Loader loader(EntityType type, CrmRecord record) {
        return field -> field.isParts()
                ? beans.parts(type, field, record)
                : stored.custom(type, record.getId()).get(field.name());
    }

    private Draft draft(
            Change.Kind kind, EntityType type, CrmRecord record, Map<String, Object> old, Draft.Loader loader) {
        Draft.Context context =
                new Draft.Context(callers.current(), transactions.work().cause(), loader, intake);
        return new Draft(kind, type, record, old, context);
    }

    /** The entity as it is while its gate is passed: nobody changes its tables before the transaction ends. */
    private EntityType recordType(String entity) {
        transactions.pass(entity);
        EntityType type = types.get(entity);
        if (type.isPart()) {
            throw new UnknownEntityException(entity);
        }
        return type;
    }

    private EntityType recordType(Class<?> type) {
        EntityType known = types.find(type).orElseThrow(() -> new UnknownEntityException(type.getSimpleName()));
        return recordType(known.name());
    }
}
