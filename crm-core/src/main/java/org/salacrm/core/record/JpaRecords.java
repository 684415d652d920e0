package org.salacrm.core.record;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.salacrm.api.model.CrmRecord;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.Ids;
import org.salacrm.api.record.RecordHook;
import org.salacrm.api.record.Records;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.core.record.outbox.Bell;
import org.salacrm.core.store.Tx;

/** Records kept by JPA: reads them, takes the new values in, and lets {@link Saving} do the rest. */
@Component(service = {Records.class, Writes.class})
public final class JpaRecords implements Records, Writes {
    private final Tx tx;
    private final Callers callers;
    private final Ids ids;
    private final Reach reach;
    private final Beans beans;
    private final Intake intake;
    private final Drafts drafts;
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
        this.callers = ground.callers();
        this.ids = ground.ids();
        this.reach = new Reach(ground.rights());
        this.beans = new Beans(ground.types());
        this.intake = new Intake(ground.rights(), new PartValues(ground.types(), beans, ids));
        this.ownership = new Ownership(reach, teams);
        this.transactions = new Transactions(ground, new Journal(tx, ids), bell, gates);
        this.drafts = new Drafts(ground, reach, beans, intake, transactions);
        this.saving = new Saving(ground, reach, beans, new Validation(ground.types(), pickLists), () -> hooks);
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
            Draft draft = begun(drafts.recordType(entity), chosen, set);
            return released(draft, saving.save(draft, transactions.work()));
        });
    }

    @Override
    public List<Made> createAll(String entity, List<? extends Map<String, ?>> records) {
        return transactions.run(() -> {
            transactions.work().expectSeveral();
            EntityType type = drafts.recordType(entity);
            List<Attempt> attempts = records.stream()
                    .map(values -> new Attempt(() -> begun(type, values, Map.of())))
                    .toList();
            saving.create(type, attempts, callers.current(), transactions.work());
            attempts.forEach(attempt -> attempt.draft().forEach(this::release));
            return attempts.stream().map(Attempt::made).toList();
        });
    }

    private Draft begun(EntityType type, Map<String, ?> chosen, Map<String, ?> set) {
        Draft draft = drafts.fresh(type, beans.make(type));
        intake.choose(draft, chosen);
        intake.set(draft, set);
        ownership.begin(draft, chosen.keySet(), set.keySet());
        return draft;
    }

    @Override
    public <T extends CrmRecord> T create(T record) {
        return transactions.run(() -> {
            EntityType type = drafts.recordType(record.getClass());
            Draft draft = drafts.fresh(type, record);
            type.fields().stream()
                    .filter(field -> field.isParts() && beans.hasList(type, field, record))
                    .forEach(field -> draft.set(field.name(), beans.identified(type, field, record, ids)));
            ownership.begin(draft, Set.of(), Set.of());
            saving.save(draft, transactions.work());
            transactions.work().picture(record, beans.read(type, record));
            return record;
        });
    }

    @Override
    public Saved update(String entity, long id, int version, Map<String, ?> values) {
        return update(entity, id, version, values, Map.of());
    }

    @Override
    public Saved update(String entity, long id, int version, Map<String, ?> chosen, Map<String, ?> set) {
        return transactions.run(() -> {
            Draft draft = drafts.existing(Change.Kind.UPDATE, drafts.recordType(entity), id, version);
            intake.choose(draft, chosen);
            intake.set(draft, set);
            ownership.change(draft);
            return released(draft, saving.save(draft, transactions.work(), version != ANY_VERSION));
        });
    }

    @Override
    public <T extends CrmRecord> T update(T record) {
        return transactions.run(() -> {
            EntityType type = drafts.recordType(record.getClass());
            Draft draft = drafts.changed(type, record, transactions.work().picture(record));
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
            EntityType known = drafts.recordType(type);
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
            Draft draft = drafts.existing(Change.Kind.DELETE, drafts.recordType(entity), id, version);
            saving.delete(draft, deleting, transactions.work());
            return id;
        });
    }

    @Override
    public Saved restore(long binEntry) {
        return transactions.run(() -> {
            Deleting.Restored back = deleting.restore(binEntry, callers.current(), reach, drafts::recordType);
            Draft draft = drafts.restored(back.type(), back.id());
            return saving.told(draft, "restore", back.version(), transactions.work());
        });
    }

    @Override
    public Saved restore(String entity, long id) {
        return transactions.run(() -> restore(deleting.entry(entity, id)));
    }

    @Override
    public <T> T transaction(Supplier<T> work) {
        return transactions.run(() -> {
            transactions.work().expectSeveral();
            return work.get();
        });
    }

    @Override
    public boolean isSpoiled() {
        return transactions.work().isSpoiled();
    }

    @Override
    public <T> T keeping(long undo, Supplier<T> work) {
        return transactions.run(() -> {
            transactions.work().expectSeveral();
            long before = transactions.work().undo();
            transactions.work().undo(undo);
            try {
                return work.get();
            } finally {
                transactions.work().undo(before);
            }
        });
    }

    @Override
    public long undo() {
        return transactions.undo();
    }

    @Override
    public List<Kept.Field> putBack(Kept written, Set<String> anyway) {
        return transactions.run(() -> {
            EntityType type = drafts.recordType(written.entity());
            Draft draft = drafts.existing(Change.Kind.UPDATE, type, written.record(), ANY_VERSION);
            List<Kept.Field> left = intake.putBack(draft, written.fields(), anyway);
            ownership.change(draft);
            released(draft, saving.save(draft, transactions.work(), false));
            return left;
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

    private Saved released(Draft draft, Saved saved) {
        release(draft);
        return saved;
    }

    private void release(Draft draft) {
        if (transactions.work().letsGo(draft.record())) {
            beans.release(draft.type(), draft.record(), tx.em(draft.type().module()));
        }
    }
}
