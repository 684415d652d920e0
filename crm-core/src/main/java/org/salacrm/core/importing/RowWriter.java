package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.PersistenceException;
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
    private final Target target;

    /**
     * Where rows go.
     *
     * @param key path by which existing records are found, empty when only new ones are made
     * @param undo under which number a run keeps how to undo it
     */
    record Target(String entity, String mode, String key, long undo) {}

    static final String CREATED = "created";
    static final String UPDATED = "updated";

    /**
     * What a batch came to.
     *
     * @param outcomes what became of each row that was not refused, by its number
     */
    record Batch(Summary summary, List<Problem> problems, Map<Long, String> outcomes, long lastRow) {}

    RowWriter(Records records, Writes writes, Queries queries, RowMapper mapper, Target target) {
        this.records = records;
        this.writes = writes;
        this.queries = queries;
        this.mapper = mapper;
        this.target = target;
    }

    /** Takes a batch back; no error. */
    private static class TakeBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient Batch batch;

        TakeBack(String why, Batch batch) {
            super(why, null, false, false);
            this.batch = batch;
        }
    }

    /** Somebody refused what was written already, and nothing of the batch can be kept. */
    private static final class Spoiled extends TakeBack {
        private static final long serialVersionUID = 1L;

        Spoiled(Batch batch) {
            super("a row was refused half-way", batch);
        }
    }

    /** What is to become true together with a batch: its problems, and the place in the file. */
    interface Keeper {
        Tally keep(Batch batch, Tally before);
    }

    Batch check(List<SourceRow> rows) {
        try {
            return records.transaction(() -> {
                throw new TakeBack("a check writes nothing", write(rows));
            });
        } catch (Spoiled | PersistenceException | StatementException e) {
            if (rows.size() == 1) {
                return refused(rows.get(0), e);
            }
            Batch sum = new Batch(Summary.NONE, List.of(), Map.of(), 0);
            for (SourceRow row : rows) {
                sum = plus(sum, check(List.of(row)));
            }
            return sum;
        } catch (TakeBack e) {
            return e.batch;
        }
    }

    Tally run(List<SourceRow> rows, Tally before, Keeper keeper) {
        try {
            return writes.keeping(target.undo(), () -> keeper.keep(write(rows), before));
        } catch (Spoiled | PersistenceException | StatementException e) {
            if (rows.size() == 1) {
                return records.transaction(() -> keeper.keep(refused(rows.get(0), e), before));
            }
            // A row was refused half-way, by a hook or by the database, which ends a transaction: each row gets its
            // own.
            Tally now = before;
            for (SourceRow row : rows) {
                now = run(List.of(row), now, keeper);
            }
            return now;
        }
    }

    /** A row that spoiled a transaction of its own: what it was refused for, if anybody but the database said it. */
    private Batch refused(SourceRow row, RuntimeException why) {
        if (why instanceof Spoiled spoiled) {
            return spoiled.batch;
        }
        Problem problem = mapper.problem(row, "", "import.row.refused", Map.of());
        return new Batch(new Summary(1, 0, 0, 1, 0), List.of(problem), Map.of(), row.number());
    }

    private static Batch plus(Batch a, Batch b) {
        List<Problem> problems = new ArrayList<>(a.problems());
        problems.addAll(b.problems());
        Map<Long, String> outcomes = new HashMap<>(a.outcomes());
        outcomes.putAll(b.outcomes());
        return new Batch(plus(a.summary(), b.summary()), problems, outcomes, b.lastRow());
    }

    private Batch write(List<SourceRow> rows) {
        List<RowMapper.Mapped> mapped = mapper.map(rows);
        Round round = new Round(existing(mapped));
        mapped.forEach(round::take);
        round.createWaiting();
        long last = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).number();
        Batch batch = round.done(rows.size(), last);
        if (writes.isSpoiled()) {
            throw new Spoiled(batch);
        }
        return batch;
    }

    /** The rows of one batch on their way: new records wait for each other and are created together. */
    private final class Round {
        private final Existing existing;
        private final List<RowMapper.Mapped> waiting = new ArrayList<>();
        private final Set<String> waitingKeys = new HashSet<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Map<Long, String> outcomes = new HashMap<>();

        Round(Existing existing) {
            this.existing = existing;
        }

        Batch done(long rows, long last) {
            long repaired = problems.stream()
                    .filter(p -> p.severity().equals("repaired"))
                    .count();
            Summary summary = new Summary(rows, count(CREATED), count(UPDATED), rows - outcomes.size(), repaired);
            return new Batch(summary, problems, outcomes, last);
        }

        private long count(String outcome) {
            return outcomes.values().stream().filter(outcome::equals).count();
        }

        void take(RowMapper.Mapped row) {
            problems.addAll(row.problems());
            if (row.refused()) {
                return;
            }
            if (waitingKeys.contains(key(row))) {
                createWaiting();
            }
            List<Existing.Stored> found = existing.find(key(row));
            String refusal = refusal(found);
            if (!refusal.isEmpty()) {
                problems.add(mapper.problem(row.row(), target.key(), refusal, Map.of()));
                return;
            }
            List<Problem> phones = mapper.furtherPhones(
                    row, found.isEmpty() ? Map.of() : found.get(0).values());
            problems.addAll(phones);
            if (phones.stream().anyMatch(p -> p.severity().equals("error"))) {
                return;
            }
            if (found.isEmpty()) {
                waiting.add(row);
                if (!key(row).isEmpty()) {
                    waitingKeys.add(key(row));
                }
            } else {
                update(row, found.get(0).id());
            }
        }

        private String refusal(List<Existing.Stored> found) {
            if (found.size() > 1) {
                return "import.row.several";
            }
            return switch (target.mode()) {
                case "update" -> found.isEmpty() ? "import.row.absent" : "";
                case "create" -> found.isEmpty() ? "" : "import.row.exists";
                default -> "";
            };
        }

        void createWaiting() {
            List<RowMapper.Mapped> rows = List.copyOf(waiting);
            waiting.clear();
            waitingKeys.clear();
            try {
                List<Writes.Made> made = writes.createAll(
                        target.entity(),
                        rows.stream().map(RowMapper.Mapped::values).toList());
                for (int i = 0; i < rows.size(); i++) {
                    tell(rows.get(i), made.get(i));
                }
            } catch (InvalidRecordException | ConflictException | ForbiddenException e) {
                // Somebody refused what was written already: nothing of it is kept, and each row is tried alone.
                rows.forEach(row -> refuse(row, e));
            }
        }

        private void tell(RowMapper.Mapped row, Writes.Made made) {
            made.refusal().ifPresent(refusal -> refuse(row, refusal));
            made.saved().ifPresent(saved -> {
                existing.add(key(row), new Existing.Stored(saved.id(), row.values()));
                outcomes.put(row.row().number(), CREATED);
            });
        }

        private void update(RowMapper.Mapped row, long id) {
            try {
                records.update(target.entity(), id, Records.ANY_VERSION, row.values());
                outcomes.put(row.row().number(), UPDATED);
            } catch (InvalidRecordException | ConflictException | ForbiddenException e) {
                refuse(row, e);
            }
        }

        private void refuse(RowMapper.Mapped row, RuntimeException why) {
            if (why instanceof InvalidRecordException invalid) {
                invalid.refusals()
                        .forEach(r -> problems.add(mapper.problem(row.row(), r.field(), r.messageKey(), r.values())));
            } else if (why instanceof ConflictException conflict) {
                problems.add(mapper.problem(row.row(), "", conflict.messageKey(), conflict.values()));
            } else if (why instanceof ForbiddenException forbidden) {
                problems.add(mapper.problem(row.row(), "", "import.row.forbidden", Map.of("verb", forbidden.verb())));
            }
        }
    }

    /** What a row is found again by; empty when it has nothing of the kind. */
    private String key(RowMapper.Mapped row) {
        Object key = target.key().isEmpty() ? null : row.values().get(target.key());
        return key == null ? "" : Clean.same(key.toString());
    }

    private Existing existing(List<RowMapper.Mapped> rows) {
        List<Object> keys = target.key().isEmpty()
                ? List.of()
                : rows.stream()
                        .map(r -> r.values().get(target.key()))
                        .filter(Objects::nonNull)
                        .flatMap(key -> key instanceof String text ? Clean.spellings(text).stream() : Stream.of(key))
                        .distinct()
                        .toList();
        return Existing.of(queries, target, keys, mapper.spareFields());
    }

    static Summary plus(Summary a, Summary b) {
        return new Summary(
                a.rows() + b.rows(),
                a.created() + b.created(),
                a.updated() + b.updated(),
                a.failed() + b.failed(),
                a.repaired() + b.repaired());
    }
}
