package org.salacrm.core.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.Records;
import org.salacrm.api.security.Callers;
import org.salacrm.core.record.Writes;

/**
 * Does one verb to many records with the rights of the caller. Records are done in small transactions; where one is
 * refused the others of its transaction are done one by one, so that only the refused ones stay as they were.
 */
@Component(service = JobKind.class)
public class BulkJob implements JobKind {
    private static final int BATCH = 100;

    private final Records records;
    private final Queries queries;
    private final EntityTypes types;
    private final BulkVerbs verbs;
    private final UndoRows undone;
    private final Writes writes;
    private final Callers callers;

    @Activate
    public BulkJob(
            @Reference Records records,
            @Reference Queries queries,
            @Reference EntityTypes types,
            @Reference BulkVerbs verbs,
            @Reference UndoRows undone,
            @Reference Writes writes,
            @Reference Callers callers) {
        this.records = records;
        this.queries = queries;
        this.types = types;
        this.verbs = verbs;
        this.undone = undone;
        this.writes = writes;
        this.callers = callers;
    }

    @Override
    public String kind() {
        return "bulk";
    }

    @Override
    public Map<String, Object> run(Map<String, Object> parameters, Progress progress) {
        String entity = String.valueOf(parameters.get("entity"));
        types.get(entity);
        Source source = parameters.get("ids") instanceof List<?> ids ? given(ids) : found(entity, parameters);
        Tally tally = Tally.of(progress.checkpoint());
        if (tally.undo() == 0 && BulkVerbs.reversible(parameters.get("verb"))) {
            tally = begun(tally, progress);
        }
        BulkVerbs.Work work = verbs.work(entity, parameters);
        while (!tally.over() && !progress.cancelled()) {
            Batch batch = source.next(tally);
            tally = step(work, batch, tally, progress).after(batch.next());
            progress.report(tally.place(), source.total());
        }
        Map<String, Object> result = tally.result();
        if (tally.undo() != 0 && undone.count(tally.undo()) == 0) {
            undone.forget(tally.undo());
            result.remove("undo"); // nothing was changed
        }
        return result;
    }

    /** Under which number it can be undone is known before the first record is changed. */
    private Tally begun(Tally tally, Progress progress) {
        return records.transaction(() -> {
            Tally begun = tally.undo(undone.begin(callers.current().user()));
            progress.checkpoint(begun.kept());
            return begun;
        });
    }

    /** Where the ids come from. */
    private interface Source {
        long total();

        Batch next(Tally tally);
    }

    /** @param next where the following batch begins, empty when there is none */
    private record Batch(List<Long> ids, String next) {}

    private record Given(List<Long> ids) implements Source {
        @Override
        public long total() {
            return ids.size();
        }

        @Override
        public Batch next(Tally tally) {
            int end = Math.min(ids.size(), tally.place() + BATCH);
            return new Batch(ids.subList(tally.place(), end), end < ids.size() ? "more" : "");
        }
    }

    private record Found(Queries queries, Query query, long total) implements Source {
        @Override
        public Batch next(Tally tally) {
            Page page = queries.page(query.limit(BATCH).after(tally.next()));
            return new Batch(page.rows().stream().map(Row::id).toList(), page.next());
        }
    }

    private static Source given(List<?> ids) {
        return new Given(ids.stream().map(BulkJob::number).toList());
    }

    /** In the order of the ids, so that what a verb changes does not move the ground under the job. */
    private Source found(String entity, Map<String, Object> parameters) {
        if (!parameters.containsKey("filter")) {
            throw new MalformedQueryException("ids", "ids or a filter are needed");
        }
        Filter filter = Filter.parse(parameters.get("filter"));
        return new Found(queries, Query.of(entity).where(filter), queries.count(entity, filter));
    }

    private static Long number(Object id) {
        String text = String.valueOf(id);
        if (!text.matches("\\d{1,18}")) {
            throw new MalformedQueryException("ids", "no id: " + text);
        }
        return Long.valueOf(text);
    }

    private Tally step(BulkVerbs.Work work, Batch batch, Tally tally, Progress progress) {
        Tally all = tally.done(batch.ids().size());
        boolean whole = BulkVerbs.refusal(() -> writes.keeping(tally.undo(), () -> {
                    batch.ids().forEach(work::on);
                    progress.checkpoint(all.after(batch.next()).kept());
                    return all;
                }))
                .isEmpty();
        return whole ? all : oneByOne(work, batch, tally, progress);
    }

    private Tally oneByOne(BulkVerbs.Work work, Batch batch, Tally tally, Progress progress) {
        Tally now = tally;
        for (Long id : batch.ids()) {
            Map<String, Object> refusal = BulkVerbs.refusal(() -> writes.keeping(tally.undo(), () -> {
                work.on(id);
                return id;
            }));
            now = refusal.isEmpty() ? now.done(1) : now.refused(verbs.told(work.entity(), id, refusal));
        }
        progress.checkpoint(now.after(batch.next()).kept());
        return now;
    }

    /**
     * How far it is.
     *
     * @param next where the next batch begins; {@code "."} when all is done
     * @param undo under which number it is kept how records were, 0 when it cannot be undone
     * @param refusals id, label and message of the first refused records
     */
    private record Tally(int place, int done, int failed, List<Object> refusals, String next, long undo) {
        private static final int TOLD = 100;
        private static final String OVER = ".";

        static Tally of(Map<String, Object> kept) {
            return kept.get("place") instanceof Integer place
                    ? new Tally(
                            place,
                            (Integer) kept.get("done"),
                            (Integer) kept.get("failed"),
                            List.copyOf((List<?>) kept.get("refusals")),
                            String.valueOf(kept.get("next")),
                            Long.parseLong(String.valueOf(kept.getOrDefault("undo", "0"))))
                    : new Tally(0, 0, 0, List.of(), "", 0);
        }

        Tally undo(long number) {
            return new Tally(place, done, failed, refusals, next, number);
        }

        boolean over() {
            return next.equals(OVER);
        }

        Tally after(String following) {
            return new Tally(place, done, failed, refusals, following.isEmpty() ? OVER : following, undo);
        }

        Tally done(int more) {
            return new Tally(place + more, done + more, failed, refusals, next, undo);
        }

        Tally refused(Map<String, Object> refusal) {
            List<Object> all = new ArrayList<>(refusals);
            if (all.size() < TOLD) {
                all.add(refusal);
            }
            return new Tally(place + 1, done, failed + 1, all, next, undo);
        }

        Map<String, Object> kept() {
            Map<String, Object> kept = new LinkedHashMap<>(result());
            kept.put("place", place);
            kept.put("next", next);
            return kept;
        }

        Map<String, Object> result() {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("done", done);
            result.put("failed", failed);
            result.put("refusals", refusals);
            if (undo != 0) {
                result.put("undo", Long.toString(undo)); // a text: a browser's numbers are too short
            }
            return result;
        }
    }
}
