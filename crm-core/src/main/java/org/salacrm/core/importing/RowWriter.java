package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.PersistenceException;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.api.importing.Imports.Summary;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.record.StatementException;

/**
 * Writes mapped rows through {@link Records}, in one transaction per batch. A check does the very same and takes it
 * back, so that it finds all that a run would refuse.
 */
final class RowWriter {
    private final Records records;
    private final Queries queries;
    private final RowMapper mapper;
    private final Target target;

    /**
     * Where rows go.
     *
     * @param key path by which existing records are found, empty when only new ones are made
     */
    record Target(String entity, String mode, String key) {}

    /** What a batch came to. */
    record Batch(Summary summary, List<Problem> problems) {}

    RowWriter(Records records, Queries queries, RowMapper mapper, Target target) {
        this.records = records;
        this.queries = queries;
        this.mapper = mapper;
        this.target = target;
    }

    /** Takes a batch back; no error. */
    private static final class TakeBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TakeBack() {
            super("a check writes nothing", null, false, false);
        }
    }

    /** What is to become true together with a batch: its problems, and the place in the file. */
    interface Keeper {
        void keep(Batch batch, long lastRow);
    }

    Batch check(List<SourceRow> rows) {
        List<Batch> done = new ArrayList<>(1);
        try {
            return records.transaction(() -> {
                done.add(write(rows));
                throw new TakeBack();
            });
        } catch (TakeBack e) {
            return done.get(0);
        } catch (PersistenceException | StatementException e) {
            Batch sum = new Batch(Summary.NONE, List.of());
            for (SourceRow row : rows) {
                sum = plus(sum, rows.size() == 1 ? refused(row) : check(List.of(row)));
            }
            return sum;
        }
    }

    void run(List<SourceRow> rows, Keeper keeper) {
        try {
            records.transaction(() -> keep(write(rows), rows, keeper));
        } catch (PersistenceException | StatementException e) {
            if (rows.size() == 1) {
                records.transaction(() -> keep(refused(rows.get(0)), rows, keeper));
            } else {
                // The database itself refused a row, which ends a transaction: each row gets its own.
                rows.forEach(row -> run(List.of(row), keeper));
            }
        }
    }

    private static Batch keep(Batch batch, List<SourceRow> rows, Keeper keeper) {
        keeper.keep(batch, rows.isEmpty() ? 0 : rows.get(rows.size() - 1).number());
        return batch;
    }

    private Batch refused(SourceRow row) {
        return new Batch(new Summary(1, 0, 0, 1, 0), List.of(mapper.problem(row, "", "import.row.refused", Map.of())));
    }

    private static Batch plus(Batch a, Batch b) {
        List<Problem> problems = new ArrayList<>(a.problems());
        problems.addAll(b.problems());
        return new Batch(plus(a.summary(), b.summary()), problems);
    }

    private Batch write(List<SourceRow> rows) {
        List<RowMapper.Mapped> mapped = mapper.map(rows);
        Map<String, Long> existing = existing(mapped);
        List<Problem> problems = new ArrayList<>();
        long created = 0;
        long updated = 0;
        long failed = 0;
        for (RowMapper.Mapped row : mapped) {
            problems.addAll(row.problems());
            Optional<Boolean> isNew = row.refused() ? Optional.empty() : save(row, existing, problems);
            created += isNew.filter(n -> n).isPresent() ? 1 : 0;
            updated += isNew.filter(n -> !n).isPresent() ? 1 : 0;
            failed += isNew.isEmpty() ? 1 : 0;
        }
        long repaired =
                problems.stream().filter(p -> p.severity().equals("repaired")).count();
        return new Batch(new Summary(rows.size(), created, updated, failed, repaired), problems);
    }

    /** @return whether a record was created, or else changed; empty when the row was refused */
    private Optional<Boolean> save(RowMapper.Mapped row, Map<String, Long> existing, List<Problem> problems) {
        Long id = target.key().isEmpty() ? null : existing.get(keyOf(row));
        if (id == null && target.mode().equals("update")) {
            problems.add(mapper.problem(row.row(), target.key(), "import.row.absent", Map.of()));
            return Optional.empty();
        }
        if (id != null && target.mode().equals("create")) {
            problems.add(mapper.problem(row.row(), target.key(), "import.row.exists", Map.of()));
            return Optional.empty();
        }
        try {
            if (id == null) {
                long made = records.create(target.entity(), row.values()).id();
                if (!target.key().isEmpty() && !keyOf(row).isEmpty()) {
                    existing.put(keyOf(row), made);
                }
            } else {
                records.update(target.entity(), id, Records.ANY_VERSION, row.values());
            }
            return Optional.of(id == null);
        } catch (InvalidRecordException e) {
            e.refusals().forEach(r -> problems.add(mapper.problem(row.row(), r.field(), r.messageKey(), r.values())));
        } catch (ConflictException e) {
            problems.add(mapper.problem(row.row(), "", e.messageKey(), e.values()));
        } catch (ForbiddenException e) {
            problems.add(mapper.problem(row.row(), "", "import.row.forbidden", Map.of("verb", e.verb())));
        }
        return Optional.empty();
    }

    private Map<String, Long> existing(List<RowMapper.Mapped> rows) {
        Map<String, Long> ids = new HashMap<>();
        List<Object> keys = target.key().isEmpty()
                ? List.of()
                : rows.stream()
                        .map(r -> r.values().get(target.key()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        if (!keys.isEmpty()) {
            Query question = Query.of(target.entity(), target.key()).where(Filter.in(target.key(), keys));
            queries.each(
                    question,
                    row -> ids.putIfAbsent(Clean.key(String.valueOf(row.values().get(0))), row.id()));
        }
        return ids;
    }

    private String keyOf(RowMapper.Mapped row) {
        Object value = row.values().get(target.key());
        return value == null ? "" : Clean.key(value.toString());
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
