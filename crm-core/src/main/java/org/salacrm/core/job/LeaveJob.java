package org.salacrm.core.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.job.JobKind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.alert.AlertDesk;

/**
 * Hands over all that somebody who leaves owns, each kind of record by its rule, and puts him out of use before that:
 * his sessions end and nothing new comes to him. Undoing gives the records back, not the way in.
 */
@Component(service = JobKind.class)
public class LeaveJob implements JobKind {
    private static final String USER = "user";
    private static final int TOLD = 100;

    private final Records records;
    private final Queries queries;
    private final Callers callers;
    private final BulkJob bulk;
    private final UndoRows undone;
    private final AlertDesk alerts;

    @Activate
    public LeaveJob(
            @Reference Records records,
            @Reference Queries queries,
            @Reference Callers callers,
            @Reference BulkJob bulk,
            @Reference UndoRows undone,
            @Reference AlertDesk alerts) {
        this.records = records;
        this.queries = queries;
        this.callers = callers;
        this.bulk = bulk;
        this.undone = undone;
        this.alerts = alerts;
    }

    @Override
    public String kind() {
        return "leave";
    }

    @Override
    public void check(Map<String, Object> parameters) {
        onlyAdministrators();
        long user = user(parameters);
        if (queries.one(USER, user, List.of("active")).isEmpty()) {
            throw new AbsentRecordException(USER, user);
        }
        Map<String, Map<String, Object>> rules = rules(parameters.get("rules"));
        rules.values().forEach(values -> goesToThoseWhoStay(user, values));
        rules.entrySet().forEach(rule -> bulk.check(work(user, rule, 0)));
    }

    private void onlyAdministrators() {
        if (!callers.current().mayEverything()) {
            throw new ForbiddenException(USER, "update");
        }
    }

    private static long user(Map<String, Object> parameters) {
        return Given.id(parameters.get(USER)).orElseThrow(() -> new MalformedQueryException(USER, "who?"));
    }

    @Override
    public Map<String, Object> run(Map<String, Object> parameters, Progress progress) {
        onlyAdministrators();
        long user = user(parameters);
        Map<String, Map<String, Object>> rules = rules(parameters.get("rules"));
        Stages stages = Stages.of(progress, () -> {
            check(parameters);
            return begin(user, rules);
        });
        if (!stages.has("left")) {
            records.transaction(() -> {
                records.update(USER, user, Records.ANY_VERSION, Map.of("active", false));
                alerts.settleAll(user);
                stages.keep("left", Map.of("left", true));
                return user;
            });
        }
        List<Map<String, Object>> results = new ArrayList<>();
        for (Map.Entry<String, Map<String, Object>> rule : rules.entrySet()) {
            if (!progress.cancelled()) {
                results.add(bulk.run(work(user, rule, stages.undo()), stages.stage(rule.getKey())));
            }
        }
        return result(results, stages.undo());
    }

    /** Before he is put out of use. */
    private Stages.Begun begin(long user, Map<String, Map<String, Object>> rules) {
        long total = rules.keySet().stream()
                .mapToLong(entity -> queries.count(entity, his(user)))
                .sum();
        long undo = records.transaction(() -> undone.begin(callers.current().user()));
        return new Stages.Begun(undo, total);
    }

    private void goesToThoseWhoStay(long user, Map<String, Object> values) {
        List<Long> people = new ArrayList<>(Given.ids(values.get("people")));
        Given.id(values.get("owner")).ifPresent(people::add);
        if (people.stream().anyMatch(id -> id == user || hasLeft(id))) {
            throw new InvalidRecordException("owner", "assign.left");
        }
    }

    private boolean hasLeft(long user) {
        return queries.one(USER, user, List.of("active"))
                .filter(row -> Boolean.FALSE.equals(row.values().get(0)))
                .isPresent();
    }

    private static Filter his(long user) {
        return Filter.eq("owner", String.valueOf(user));
    }

    private static Map<String, Object> work(long user, Map.Entry<String, Map<String, Object>> rule, long undo) {
        return Map.of(
                "entity",
                rule.getKey(),
                "verb",
                "assign",
                "filter",
                his(user).tree(),
                "values",
                rule.getValue(),
                BulkJob.UNDO,
                String.valueOf(undo));
    }

    private static Map<String, Map<String, Object>> rules(Object given) {
        Map<String, Map<String, Object>> rules = new TreeMap<>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((entity, rule) -> {
                Map<String, Object> values = new LinkedHashMap<>();
                if (rule instanceof Map<?, ?> inner) {
                    inner.forEach((name, value) -> values.put(String.valueOf(name), value));
                }
                rules.put(String.valueOf(entity), values);
            });
        }
        return rules;
    }

    private Map<String, Object> result(List<Map<String, Object>> results, long undo) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String number : List.of("done", "failed")) {
            all.put(
                    number,
                    results.stream().mapToInt(one -> (Integer) one.get(number)).sum());
        }
        all.put(
                "refusals",
                results.stream()
                        .flatMap(one -> ((List<?>) one.get("refusals")).stream())
                        .limit(TOLD)
                        .toList());
        if (undone.isLeft(undo)) {
            all.put(BulkJob.UNDO, Long.toString(undo));
        } else {
            undone.forget(undo);
        }
        return all;
    }
}
