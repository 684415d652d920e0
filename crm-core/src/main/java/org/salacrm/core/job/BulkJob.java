package org.salacrm.core.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.Records;
import org.salacrm.api.security.Callers;
import org.salacrm.core.record.IdText;
import org.salacrm.core.record.ValueTypes;
import org.salacrm.core.record.Writes;

/**
 * Does one verb to many records with the rights of the caller. Records are done in small transactions; where one is
 * refused the others of its transaction are done one by one, so that only the refused ones stay as they were.
 */
@Component(service = {JobKind.class, BulkJob.class})
public class BulkJob implements JobKind {
    /** Under which a job that this one is a part of gives the number by which both can be undone. */
    static final String UNDO = "undo";

    private final Records records;
    private final Queries queries;
    private final EntityTypes types;
    private final BulkVerbs verbs;
    private final RefusalWords words;
    private final UndoRows undone;
    private final Writes writes;
    private final Callers callers;

    @Activate
    public BulkJob(
            @Reference Records records,
            @Reference Queries queries,
            @Reference EntityTypes types,
            @Reference BulkVerbs verbs,
            @Reference RefusalWords words,
            @Reference UndoRows undone,
            @Reference Writes writes,
            @Reference Callers callers) {
        this.records = records;
        this.queries = queries;
        this.types = types;
        this.verbs = verbs;
        this.words = words;
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
            tally = begun(tally, parameters, progress);
        }
        BulkVerbs.Work work = verbs.work(entity, parameters, tally.undo());
        while (!tally.over() && !progress.cancelled()) {
            Batch batch = source.next(tally, work.together());
            tally = step(work, batch, tally, progress).after(batch.next());
            progress.report(tally.place(), source.total());
        }
        Map<String, Object> result = tally.result();
        if (tally.undo() != 0 && !parameters.containsKey(UNDO) && !undone.isLeft(tally.undo())) {
            undone.forget(tally.undo());
            result.remove("undo"); // nothing was changed
        }
        return result;
    }

    @Override
    public void check(Map<String, Object> parameters) {
        String entity = String.valueOf(parameters.get("entity"));
        EntityType type = types.get(entity);
        verbs.known(entity, String.valueOf(parameters.get("verb")));
        if ("update".equals(parameters.get("verb"))) {
            if (!(parameters.get("values") instanceof Map<?, ?> values) || values.isEmpty()) {
                throw new MalformedQueryException("values", "an update needs values");
            }
            values.forEach((name, value) -> fits(type, String.valueOf(name), value));
        }
        if (parameters.get("ids") instanceof List<?> ids) {
            given(ids);
        } else {
            queries.page(question(entity, parameters).limit(1));
        }
        verbs.work(entity, parameters, 0);
    }

    private static void fits(EntityType type, String name, Object value) {
        FieldType field = type.field(name)
                .orElseThrow(() -> new MalformedQueryException("values", type.name() + " has no field " + name));
        if (!ValueTypes.fits(field, value)) {
            throw new MalformedQueryException("values", name + " takes no such value, its kind is " + field.kind());
        }
    }

    /** Under which number it can be undone is known before the first record is changed. */
    private Tally begun(Tally tally, Map<String, Object> parameters, Progress progress) {
        return records.transaction(() -> {
            Object whole = parameters.get(UNDO);
            long undo = whole == null ? undone.begin(callers.current().user()) : Long.parseLong(String.valueOf(whole));
            Tally begun = tally.undo(undo);
            progress.checkpoint(begun.kept());
            return begun;
        });
    }

    /** Where the ids come from. */
    private interface Source {
        long total();

        Batch next(Tally tally, int most);
    }

    /** @param next where the following batch begins, empty when there is none */
    private record Batch(List<Long> ids, String next) {}

    private record Given(List<Long> ids) implements Source {
        @Override
        public long total() {
            return ids.size();
        }

        @Override
        public Batch next(Tally tally, int most) {
            int end = Math.min(ids.size(), tally.place() + most);
            return new Batch(ids.subList(tally.place(), end), end < ids.size() ? "more" : "");
        }
    }

    private record Found(Queries queries, Query query, long total) implements Source {
        @Override
        public Batch next(Tally tally, int most) {
            Page page = queries.page(query.limit(most).after(tally.next()));
            // Of a batch whose records were done one by one some may be done already.
            List<Long> ids = page.rows().stream()
                    .map(Row::id)
                    .filter(id -> id > tally.last())
                    .toList();
            return new Batch(ids, page.next());
        }
    }

    /** Whoever is named twice is meant once. */
    private static Source given(List<?> ids) {
        return new Given(ids.stream().map(BulkJob::number).distinct().toList());
    }

    /** In the order of the ids, so that what a verb changes does not move the ground under the job. */
    private Source found(String entity, Map<String, Object> parameters) {
        Query query = question(entity, parameters);
        return new Found(queries, query, queries.count(entity, query.filter()));
    }

    private static Query question(String entity, Map<String, Object> parameters) {
        if (!parameters.containsKey("filter")) {
            throw new MalformedQueryException("ids", "ids or a filter are needed");
        }
        return Query.of(entity).where(Filter.parse(parameters.get("filter")));
    }

    private static Long number(Object id) {
        String text = String.valueOf(id);
        return IdText.read(text).orElseThrow(() -> new MalformedQueryException("ids", "no id: " + text));
    }

    private Tally step(BulkVerbs.Work work, Batch batch, Tally tally, Progress progress) {
        Tally all = tally.done(batch.ids().size());
        boolean whole = RefusalWords.of(() -> writes.keeping(tally.undo(), () -> {
                    work.begin();
                    for (int i = 0; i < batch.ids().size(); i++) {
                        work.on(batch.ids().get(i), tally.done() + i);
                    }
                    work.end();
                    progress.checkpoint(all.after(batch.next()).kept());
                    return all;
                }))
                .isEmpty();
        return whole ? all : oneByOne(work, batch, tally, progress);
    }

    private Tally oneByOne(BulkVerbs.Work work, Batch batch, Tally tally, Progress progress) {
        Tally now = tally;
        for (Long id : batch.ids()) {
            Tally before = now;
            Optional<RefusalWords.Why> refusal = RefusalWords.of(() -> writes.keeping(tally.undo(), () -> {
                work.begin();
                work.on(id, before.done());
                work.end();
                progress.checkpoint(before.done(1).at(id).kept());
                return id;
            }));
            now = refusal.map(why -> before.refused(words.told(work.entity(), id, why)))
                    .orElse(before.done(1))
                    .at(id);
        }
        progress.checkpoint(now.after(batch.next()).kept());
        return now;
    }

    /**
     * How far it is.
     *
     * @param next where the next batch begins; {@code "."} when all is done
     * @param last the record done last of a batch that is done one by one
     * @param undo under which number it is kept how records were, 0 when it cannot be undone
     * @param refusals id, label and message of the first refused records
     */
    private record Tally(int place, int done, int failed, List<Object> refusals, String next, long last, long undo) {
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
                            Long.parseLong(String.valueOf(kept.getOrDefault("last", "0"))),
                            Long.parseLong(String.valueOf(kept.getOrDefault("undo", "0"))))
                    : new Tally(0, 0, 0, List.of(), "", 0, 0);
        }

        Tally undo(long number) {
            return new Tally(place, done, failed, refusals, next, last, number);
        }

        Tally at(long id) {
            return new Tally(place, done, failed, refusals, next, id, undo);
        }

        boolean over() {
            return next.equals(OVER);
        }

        Tally after(String following) {
            return new Tally(place, done, failed, refusals, following.isEmpty() ? OVER : following, last, undo);
        }

        Tally done(int more) {
            return new Tally(place + more, done + more, failed, refusals, next, last, undo);
        }

        Tally refused(Map<String, Object> refusal) {
            List<Object> all = new ArrayList<>(refusals);
            if (all.size() < TOLD) {
                all.add(refusal);
            }
            return new Tally(place + 1, done, failed + 1, all, next, last, undo);
        }

        Map<String, Object> kept() {
            Map<String, Object> kept = new LinkedHashMap<>(result());
            kept.put("place", place);
            kept.put("next", next);
            kept.put("last", Long.toString(last));
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
