package org.salacrm.core.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.OptimisticLockException;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.event.RecordEvent;
import org.salacrm.api.model.CrmRecord;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.RecordHook;
import org.salacrm.api.record.Records.Saved;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.Caller;

/** The way of a draft into the database: hooks, checks, the row and its parts, custom fields, journal, hooks again. */
final class Saving {
    private final Ground ground;
    private final Reach reach;
    private final Beans beans;
    private final Validation validation;
    private final StoredRows stored;
    private final ChangeText text;
    private final Supplier<List<RecordHook>> hooks;

    Saving(Ground ground, Reach reach, Beans beans, Validation validation, Supplier<List<RecordHook>> hooks) {
        this.ground = ground;
        this.reach = reach;
        this.beans = beans;
        this.validation = validation;
        this.stored = new StoredRows(ground.tx());
        this.text = new ChangeText(ground.types());
        this.hooks = hooks;
    }

    Saved save(Draft draft, Work work) {
        return save(draft, work, true);
    }

    /** @param insists whether the caller saw a version; otherwise a lost race is run again and not told */
    Saved save(Draft draft, Work work, boolean insists) {
        if (draft.kind() == Change.Kind.UPDATE
                && draft.changes().isEmpty()
                && draft.refusals().isEmpty()) {
            return saved(draft);
        }
        List<RecordHook> watching = watching(draft.type());
        if (draft.refusals().isEmpty()) {
            watching.forEach(hook -> before(hook, draft));
        }
        Lookups lookups = new Lookups(ground.tx(), reach, draft.caller());
        validation.check(draft, lookups);
        lookups.ask();
        draft.refusals().throwIfAny();
        work.whole(() -> {
            bringIn(draft);
            flush(draft, insists);
            journal(draft, work);
            watching.forEach(hook -> hook.after(draft));
        });
        return saved(draft);
    }

    /** Saves new records of one entity: what is asked of the database and sent to it goes in one piece for all. */
    void create(EntityType type, List<Attempt> attempts, Caller caller, Work work) {
        Lookups lookups = new Lookups(ground.tx(), reach, caller);
        List<RecordHook> watching = watching(type);
        for (Attempt attempt : attempts) {
            attempt.step(draft -> {
                if (draft.refusals().isEmpty()) {
                    watching.forEach(hook -> before(hook, draft));
                }
                validation.check(draft, lookups);
            });
        }
        lookups.ask();
        attempts.forEach(attempt -> attempt.step(draft -> draft.refusals().throwIfAny()));
        List<Draft> drafts = attempts.stream().flatMap(Attempt::draft).toList();
        work.whole(() -> {
            drafts.forEach(this::bringIn);
            drafts.stream().limit(1).forEach(draft -> flush(draft, true));
            drafts.forEach(draft -> journal(draft, work));
            if (!drafts.isEmpty()) {
                watching.forEach(hook -> hook.afterAll(drafts));
            }
        });
    }

    /** Moves a record into the recycle bin. */
    void delete(Draft draft, Deleting deleting, Work work) {
        List<RecordHook> watching = watching(draft.type());
        watching.forEach(hook -> before(hook, draft));
        draft.refusals().throwIfAny();
        work.whole(() -> {
            deleting.delete(draft.type(), draft.record(), draft.caller());
            ground.tx().em(draft.type().module()).detach(draft.record());
            draft.changes().clear();
            tell(entry(draft, "delete", draft.record().getVersion() + 1), draft, work);
            watching.forEach(hook -> hook.after(draft));
        });
    }

    /** Tells of something that has been done already. */
    Saved told(Draft draft, String verb, int version, Work work) {
        work.add(entry(draft, verb, version));
        return new Saved(draft.type().name(), draft.id(), version);
    }

    private List<RecordHook> watching(EntityType type) {
        return hooks.get().stream()
                .filter(hook -> hook.entity().equals("*") || hook.entity().equals(type.name()))
                .toList();
    }

    private static void before(RecordHook hook, Draft draft) {
        try {
            hook.before(draft);
        } catch (InvalidRecordException e) {
            draft.refusals().addAll(e.refusals());
        }
    }

    /** The time of a write is always later than that of the one before, so that every save changes the row. */
    private void stamp(Draft draft, CrmRecord record) {
        Instant now = ground.clock().instant().truncatedTo(ChronoUnit.MICROS);
        Caller caller = draft.caller();
        Long by = caller.user() == 0 ? null : caller.user();
        if (draft.kind() == Change.Kind.CREATE) {
            boolean given = caller.kind() == Caller.Kind.SYSTEM && record.getCreatedAt() != null;
            if (!given) {
                record.created(now, by);
            }
        } else {
            Instant before = record.getModifiedAt();
            record.modified(now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS), by);
        }
    }

    private void bringIn(Draft draft) {
        EntityManager em = ground.tx().em(draft.type().module());
        stamp(draft, draft.record());
        beans.apply(draft, em);
        if (draft.kind() == Change.Kind.CREATE) {
            beans.persist(draft, em);
        }
    }

    private void flush(Draft draft, boolean insists) {
        try {
            ground.tx().em(draft.type().module()).flush();
        } catch (OptimisticLockException e) {
            if (insists) {
                throw new StaleRecordException(draft.type().name(), draft.id());
            }
            throw new LostRaceException(e);
        }
    }

    private void journal(Draft draft, Work work) {
        stored.writeCustom(draft.type(), draft.id(), draft.changes());
        tell(entry(draft, verb(draft), draft.record().getVersion()), draft, work);
    }

    private static void tell(Journal.Entry entry, Draft draft, Work work) {
        work.add(entry);
        if (work.undo() != 0) {
            RecordEvent event = entry.event();
            work.keep(KeptRows.of(work.undo(), event.sequence(), draft, event.version()));
        }
    }

    private Journal.Entry entry(Draft draft, String verb, int version) {
        CrmRecord record = draft.record();
        Set<String> changed = new LinkedHashSet<>(draft.changes().keySet());
        changed.removeIf(name -> draft.type().byName().get(name).flags().hidden());
        RecordEvent event = new RecordEvent(
                ground.ids().next(),
                draft.type().name(),
                draft.id(),
                version,
                verb,
                changed,
                record.getOwner() == null ? 0 : record.getOwner(),
                record.getTeam() == null ? 0 : record.getTeam(),
                draft.caller().user(),
                draft.caller().source(),
                ground.clock().instant().truncatedTo(ChronoUnit.MICROS));
        return new Journal.Entry(event, text.of(draft));
    }

    private static String verb(Draft draft) {
        if (draft.kind() == Change.Kind.CREATE) {
            return "create";
        }
        return draft.cause().isEmpty() ? "update" : draft.cause();
    }

    static Saved saved(Draft draft) {
        return new Saved(draft.type().name(), draft.id(), draft.record().getVersion());
    }
}
