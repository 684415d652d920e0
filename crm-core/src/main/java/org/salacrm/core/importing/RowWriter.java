package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
    record Batch(Summary summary, List<Problem> problems, long lastRow) {}

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
        Tally keep(Batch batch, Tally before);
    }

    Batch check(List<SourceRow> rows) {
        List<Batch> done = new ArrayList<>(1);
        try {
            return records.transaction(() -> {
                done.add(write(rows));
                throw new TakeBack();
            });
        } catch (TakeBack e) {
            return done.get(done.size() - 1);
        } catch (PersistenceException | StatementException e) {
            Batch sum = new Batch(Summary.NONE, List.of(), 0);
            for (SourceRow row : rows) {
                sum = plus(sum, rows.size() == 1 ? refused(row) : check(List.of(row)));
            }
            return sum;
        }
    }

    Tally run(List<SourceRow> rows, Tally before, Keeper keeper) {
        try {
            return records.transaction(() -> keeper.keep(write(rows), before));
        } catch (PersistenceException | StatementException e) {
            if (rows.size() == 1) {
                return records.transaction(() -> keeper.keep(refused(rows.get(0)), before));
            }
            // The database itself refused a row, which ends a transaction: each row gets its own.
            Tally now = before;
            for (SourceRow row : rows) {
                now = run(List.of(row), now, keeper);
            }
            return now;
        }
    }

    private Batch refused(SourceRow row) {
        Problem problem = mapper.problem(row, "", "import.row.refused", Map.of());
        return new Batch(new Summary(1, 0, 0, 1, 0), List.of(problem), row.number());
    }

    private static Batch plus(Batch a, Batch b) {
        List<Problem> problems = new ArrayList<>(a.problems());
        problems.addAll(b.problems());
        return new Batch(plus(a.summary(), b.summary()), problems, b.lastRow());
    }

    private Batch write(List<SourceRow> rows) {
        List<RowMapper.Mapped> mapped = mapper.map(rows);
        Existing existing = existing(mapped);
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
        long last = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).number();
        return new Batch(new Summary(rows.size(), created, updated, failed, repaired), problems, last);
    }

    /** @return whether a record was created, or else changed; empty when the row was refused */
    private Optional<Boolean> save(RowMapper.Mapped row, Existing existing, List<Problem> problems) {
        List<Stored> found =
                target.key().isEmpty() ? List.of() : existing.find(row.values().get(target.key()));
        String refusal = found.size() > 1
                ? "import.row.several"
                : found.isEmpty() && target.mode().equals("update")
                        ? "import.row.absent"
                        : !found.isEmpty() && target.mode().equals("create") ? "import.row.exists" : "";
        if (!refusal.isEmpty()) {
            problems.add(mapper.problem(row.row(), target.key(), refusal, Map.of()));
            return Optional.empty();
        }
        List<Problem> phones = mapper.furtherPhones(
                row, found.isEmpty() ? Map.of() : found.get(0).values());
        problems.addAll(phones);
        if (phones.stream().anyMatch(p -> p.severity().equals("error"))) {
            return Optional.empty();
        }
        return put(row, found, existing, problems);
    }

    private Optional<Boolean> put(RowMapper.Mapped row, List<Stored> found, Existing existing, List<Problem> problems) {
        try {
            if (found.isEmpty()) {
                long id = records.create(target.entity(), row.values()).id();
                existing.add(row.values().get(target.key()), new Stored(id, row.values()));
            } else {
                records.update(target.entity(), found.get(0).id(), Records.ANY_VERSION, row.values());
            }
            return Optional.of(found.isEmpty());
        } catch (InvalidRecordException e) {
            e.refusals().forEach(r -> problems.add(mapper.problem(row.row(), r.field(), r.messageKey(), r.values())));
        } catch (ConflictException e) {
            problems.add(mapper.problem(row.row(), "", e.messageKey(), e.values()));
        } catch (ForbiddenException e) {
            problems.add(mapper.problem(row.row(), "", "import.row.forbidden", Map.of("verb", e.verb())));
        }
        return Optional.empty();
    }

    /** A record that a row may change, with what it holds of the fields that furtherPhones asks for. */
    private record Stored(long id, Map<String, Object> values) {}

    /** Records by the text of their key. */
    private record Existing(Map<String, List<Stored>> byKey) {
        List<Stored> find(Object key) {
            return key == null ? List.of() : byKey.getOrDefault(Clean.same(key.toString()), List.of());
        }

        void add(Object key, Stored stored) {
            if (key != null) {
                byKey.computeIfAbsent(Clean.same(key.toString()), k -> new ArrayList<>())
                        .add(stored);
            }
        }
    }

    private Existing existing(List<RowMapper.Mapped> rows) {
        Existing existing = new Existing(new HashMap<>());
        List<Object> keys = target.key().isEmpty()
                ? List.of()
                : rows.stream()
                        .map(r -> r.values().get(target.key()))
                        .filter(Objects::nonNull)
                        .flatMap(key -> key instanceof String text ? Clean.spellings(text).stream() : Stream.of(key))
                        .distinct()
                        .toList();
        if (!keys.isEmpty()) {
            List<String> fields = Stream.concat(Stream.of(target.key()), mapper.spareFields().stream())
                    .toList();
            Query question =
                    Query.of(target.entity(), fields.toArray(String[]::new)).where(Filter.in(target.key(), keys));
            queries.each(question, row -> {
                Map<String, Object> values = new HashMap<>();
                for (int i = 1; i < fields.size(); i++) {
                    if (row.values().get(i) != null) {
                        values.put(fields.get(i), row.values().get(i));
                    }
                }
                existing.add(row.values().get(0), new Stored(row.id(), values));
            });
        }
        return existing;
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
