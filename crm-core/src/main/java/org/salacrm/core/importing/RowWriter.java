package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.PersistenceException;
import org.salacrm.api.importing.ImportChecks.Choice;
import org.salacrm.api.importing.ImportChecks.Likely;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.query.Queries;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.record.StatementException;
import org.salacrm.core.record.Writes;

/**
 * Writes mapped rows through {@link Records}, in one transaction per batch. A check does the very same and takes it
 * back, so that it finds all that a run would refuse.
 */
final class RowWriter {
    private final Records records;
    private final Writes writes;
    private final Queries queries;
    private final RowMapper mapper;
    private final Companions companions;
    private final Target target;

    /**
     * Where rows go.
     *
     * @param key path by which existing records are found, empty when only new ones are made
     * @param undo under which number a run keeps how to undo it
     * @param twins rows that may be there already though their key is not
     */
    record Target(String entity, String mode, String key, long undo, Twins twins) {}

    static final String CREATED = "created";
    static final String UPDATED = "updated";
    static final String SKIPPED = "skipped";

    RowWriter(Records records, Writes writes, Queries queries, RowMapper mapper, Target target) {
        this.records = records;
        this.writes = writes;
        this.queries = queries;
        this.mapper = mapper;
        this.companions = mapper.companions(target.entity(), writes);
        this.target = target;
    }

    /** What is to become true together with a batch: its problems, and the place in the file. */
    interface Keeper {
        Tally keep(Batch batch, Tally before);
    }

    Batch check(List<SourceRow> rows) {
        try {
            return records.transaction(() -> {
                throw new TakeBack("a check writes nothing", write(rows, true));
            });
        } catch (TakeBack.Spoiled | PersistenceException | StatementException e) {
            if (rows.size() == 1) {
                return refused(rows.get(0), e);
            }
            Batch sum = new Batch(Summary.NONE, List.of(), Told.NOTHING, 0);
            for (SourceRow row : rows) {
                sum = sum.plus(check(List.of(row)));
            }
            return sum;
        } catch (TakeBack e) {
            return e.batch;
        }
    }

    Tally run(List<SourceRow> rows, Tally before, Keeper keeper) {
        try {
            return writes.keeping(target.undo(), () -> keeper.keep(write(rows, false), before));
        } catch (TakeBack.Spoiled | PersistenceException | StatementException e) {
            if (rows.size() == 1) {
                return records.transaction(() -> keeper.keep(refused(rows.get(0), e), before));
            }
            // A row was refused half-way, which ends a transaction: each row gets its own.
            Tally now = before;
            for (SourceRow row : rows) {
                now = run(List.of(row), now, keeper);
            }
            return now;
        }
    }

    /** A row that spoiled a transaction of its own: what it was refused for, if anybody but the database said it. */
    private Batch refused(SourceRow row, RuntimeException why) {
        if (why instanceof TakeBack.Spoiled spoiled) {
            return spoiled.batch;
        }
        Problem problem = mapper.told().problem(row, "", "import.row.refused", Map.of());
        return new Batch(new Summary(1, 0, 0, 1, 0), List.of(problem), Told.NOTHING, row.number());
    }

    private Batch write(List<SourceRow> rows, boolean takenBack) {
        List<RowMapper.Mapped> open = mapper.map(rows);
        Round round = new Round(mapper.existing(target, open), takenBack);
        rows.forEach(row -> round.became.put(row.number(), Twins.NOTHING));
        while (!open.isEmpty()) {
            // Those that name another row come after it; when all do, there is nothing to wait for.
            Map<Boolean, List<RowMapper.Mapped>> early =
                    open.stream().collect(Collectors.partitioningBy(row -> mapper.isEarly(row, target.entity())));
            boolean all = early.get(false).isEmpty();
            round.takeAll(early.get(all));
            open = all ? List.of() : mapper.again(target.entity(), early.get(true));
        }
        Batch batch = round.done(rows);
        if (writes.isSpoiled()) {
            throw new TakeBack.Spoiled(batch);
        }
        return batch;
    }

    /** Rows that would become new records. */
    private List<RowMapper.Mapped> fresh(List<RowMapper.Mapped> rows, Existing existing) {
        return rows.stream()
                .filter(row -> !target.mode().equals("update")
                        && !row.refused()
                        && existing.find(key(row)).isEmpty())
                .toList();
    }

    /** The rows of one batch on their way: new records wait for each other and are created together. */
    private final class Round {
        private final Existing existing;
        private final Map<Long, List<Likely>> likely = new HashMap<>();
        private final List<RowMapper.Mapped> waiting = new ArrayList<>();
        private final Set<String> waitingKeys = new HashSet<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Map<Long, String> outcomes = new HashMap<>();
        private final Map<Long, Long> became = new HashMap<>();
        private final Map<Long, Long> shared = new HashMap<>();
        private final long elsewhere;

        /** @param takenBack whether the rows of other batches are gone again */
        Round(Existing existing, boolean takenBack) {
            this.existing = existing;
            this.elsewhere = takenBack ? Twins.TAKEN_BACK : Twins.NOTHING;
        }

        Batch done(List<SourceRow> rows) {
            long repaired = problems.stream()
                    .filter(p -> p.severity().equals("repaired"))
                    .count();
            Told told = new Told(outcomes, likely, shared);
            Summary summary = new Summary(
                    rows.size(),
                    told.count(CREATED),
                    told.count(UPDATED),
                    rows.size() - outcomes.size(),
                    repaired,
                    told.count(SKIPPED),
                    likely.size());
            long last = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).number();
            return new Batch(summary, problems, told, last);
        }

        void takeAll(List<RowMapper.Mapped> rows) {
            companions.find(rows);
            likely.putAll(target.twins().find(fresh(rows, existing)));
            rows.forEach(this::take);
            createWaiting();
        }

        private void take(RowMapper.Mapped row) {
            problems.addAll(row.problems());
            if (row.refused()) {
                return;
            }
            if (waitingKeys.contains(key(row))) {
                createWaiting();
            }
            List<Existing.Stored> found = existing.find(key(row));
            String refusal = Existing.refusal(target.mode(), found);
            if (!refusal.isEmpty()) {
                problems.add(mapper.told().problem(row.row(), target.key(), refusal, Map.of()));
                return;
            }
            found.stream()
                    .map(Existing.Stored::merged)
                    .filter(into -> !into.isEmpty())
                    .forEach(into -> merged(row, into));
            long number = row.row().number();
            Choice choice = found.isEmpty()
                    ? target.twins().choice(number, likely.getOrDefault(number, List.of()), this::became)
                    : new Choice(number, Twins.UPDATE, found.get(0).id());
            if (choice.choice().equals(Twins.SKIP)) {
                outcomes.put(number, SKIPPED);
                return;
            }
            if (choice.record() == Twins.TAKEN_BACK) {
                became(row, choice.record(), UPDATED);
                return;
            }
            Map<String, Object> stored = found.isEmpty()
                    ? Existing.values(queries, target.entity(), choice.record(), mapper.heldFields())
                    : found.get(0).values();
            List<Problem> phones = mapper.furtherPhones(row, stored);
            problems.addAll(phones);
            if (phones.stream().noneMatch(p -> p.severity().equals("error"))) {
                carryOut(choice, row, stored);
            }
        }

        /** The row is about the record that another one went into, which keeps the key it has. */
        private void merged(RowMapper.Mapped row, String into) {
            row.values().remove(target.key());
            problems.add(mapper.told().repaired(row.row(), target.key(), References.MERGED, Map.of("to", into)));
        }

        /** Which record another row is, which may have waited until now. */
        private long became(long row) {
            if (waiting.stream().anyMatch(one -> one.row().number() == row)) {
                createWaiting();
            }
            return became.getOrDefault(row, elsewhere);
        }

        private void carryOut(Choice choice, RowMapper.Mapped row, Map<String, Object> stored) {
            if (choice.choice().equals(Twins.CREATE)) {
                waiting.add(row);
                if (!key(row).isEmpty()) {
                    waitingKeys.add(key(row));
                }
            } else {
                if (choice.choice().equals(Twins.MERGE)) {
                    Existing.dropHeld(queries, target.entity(), choice.record(), row);
                }
                update(row, choice.record(), stored);
            }
        }

        private void createWaiting() {
            List<RowMapper.Mapped> all = List.copyOf(waiting);
            waiting.clear();
            waitingKeys.clear();
            try {
                List<RowMapper.Mapped> rows = companions.make(all, problems);
                List<Writes.Made> made = writes.createAll(
                        target.entity(),
                        rows.stream().map(RowMapper.Mapped::ofNew).toList());
                for (int i = 0; i < rows.size(); i++) {
                    tell(rows.get(i), made.get(i));
                }
            } catch (InvalidRecordException | ConflictException | ForbiddenException e) {
                // Somebody refused what was written already: nothing of it is kept, and each row is tried alone.
                all.forEach(row -> problems.addAll(mapper.told().problems(row.row(), e)));
            }
        }

        private void tell(RowMapper.Mapped row, Writes.Made made) {
            made.refusal().ifPresent(why -> problems.addAll(mapper.told().problems(row.row(), why)));
            made.saved().ifPresent(saved -> {
                existing.add(key(row), new Existing.Stored(saved.id(), row.values()));
                became(row, saved.id(), CREATED);
                row.sharingTeam().ifPresent(team -> shared.put(saved.id(), team));
            });
        }

        private void became(RowMapper.Mapped row, long id, String outcome) {
            outcomes.put(row.row().number(), outcome);
            became.put(row.row().number(), id);
        }

        private void update(RowMapper.Mapped row, long id, Map<String, Object> stored) {
            try {
                if (!companions.make(List.of(row), problems).isEmpty()) {
                    Map<String, Object> values = row.parts().over(row.values(), stored);
                    records.update(target.entity(), id, Records.ANY_VERSION, values);
                    became(row, id, UPDATED);
                }
            } catch (InvalidRecordException | ConflictException | ForbiddenException e) {
                problems.addAll(mapper.told().problems(row.row(), e));
            }
        }
    }

    /** What a row is found again by; empty when it has nothing of the kind. */
    private String key(RowMapper.Mapped row) {
        Object key = target.key().isEmpty() ? null : row.values().get(target.key());
        return key == null ? "" : Clean.same(key.toString());
    }
}
