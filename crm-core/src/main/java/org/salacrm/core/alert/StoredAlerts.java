package org.salacrm.core.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.alert.Alerts;
import org.salacrm.api.definition.AlertRule;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.message.Messages;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Slice;
import org.salacrm.api.security.Callers;
import org.salacrm.core.record.IdText;

/** Says in the caller's language, and with his rights, what he was told. */
@Component(service = {Alerts.class, StoredAlerts.class})
public class StoredAlerts implements Alerts {
    private static final int PAGE = 40;
    private static final int PAGES = 10;
    private static final String UNREAD = "unread";
    private static final Duration LONGEST_REST = Duration.ofDays(366);

    private final AlertRows rows;
    private final AlertDesk desk;
    private final EntityTypes types;
    private final Queries queries;
    private final Messages messages;
    private final Registry registry;
    private final PickLists pickLists;
    private final Callers callers;
    private final Clock clock;

    @Activate
    public StoredAlerts(
            @Reference AlertRows rows,
            @Reference AlertDesk desk,
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference Messages messages,
            @Reference Registry registry,
            @Reference PickLists pickLists,
            @Reference Callers callers,
            @Reference Clock clock) {
        this.rows = rows;
        this.desk = desk;
        this.types = types;
        this.queries = queries;
        this.messages = messages;
        this.registry = registry;
        this.pickLists = pickLists;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public Slice<Alert> list(String which, String after) {
        long before = after.isEmpty() ? Long.MAX_VALUE : cursor(after);
        for (int page = 0; ; page++) {
            List<AlertRows.Row> found = rows.newest(me(), which, before, PAGE);
            List<Alert> alerts = told(found);
            String next = found.size() < PAGE
                    ? ""
                    : String.valueOf(found.get(PAGE - 1).id());
            if (!alerts.isEmpty() || next.isEmpty() || page == PAGES) {
                return new Slice<>(alerts, next);
            }
            before = found.get(PAGE - 1).id();
        }
    }

    private static long cursor(String after) {
        return IdText.read(after).orElseThrow(() -> new MalformedQueryException("after", "no cursor of alerts"));
    }

    @Override
    public int unread() {
        return told(rows.newest(me(), UNREAD, Long.MAX_VALUE, MOST)).size();
    }

    @Override
    public void read(Set<Long> ids, boolean read) {
        rows.read(me(), ids, read ? clock.instant() : null);
        desk.changed(me());
    }

    @Override
    public void snooze(Set<Long> ids, Instant until) {
        Instant now = clock.instant();
        if (ids.isEmpty() || !until.isAfter(now) || until.isAfter(now.plus(LONGEST_REST))) {
            throw new InvalidRecordException(ids.isEmpty() ? "ids" : "until", "alert.snooze");
        }
        rows.snooze(me(), ids, until);
        desk.changed(me());
    }

    private long me() {
        return callers.current().user();
    }

    /** Those whose record the caller may read. */
    List<Alert> told(List<AlertRows.Row> found) {
        Map<Ref, String> titles = new HashMap<>();
        found.stream()
                .collect(Collectors.groupingBy(
                        AlertRows.Row::entity, Collectors.mapping(AlertRows.Row::record, Collectors.toSet())))
                .forEach((entity, ids) -> types.find(entity).ifPresent(type -> titles.putAll(titles(type, ids))));
        Set<Long> asked = asked(found);
        List<Alert> alerts = new ArrayList<>();
        for (AlertRows.Row row : found) {
            String title = titles.get(new Ref(row.entity(), row.record(), ""));
            if (title != null) {
                alerts.add(alert(row, title, row.kind().equals("resource") && asked.contains(row.record())));
            }
        }
        return alerts;
    }

    private Map<Ref, String> titles(EntityType type, Set<Long> ids) {
        Map<Ref, String> titles = new HashMap<>();
        queries.each(Query.of(type.name(), type.title()).where(Filter.in("id", ids)), row -> {
            Object title = row.values().get(0);
            String label = title instanceof Ref ref ? ref.label() : title == null ? "" : title.toString();
            titles.put(new Ref(type.name(), row.id(), ""), label);
        });
        return titles;
    }

    /** The activities among them that wait for the caller's answer. */
    private Set<Long> asked(List<AlertRows.Row> found) {
        Set<Long> activities = found.stream()
                .filter(row -> row.kind().equals("resource"))
                .map(AlertRows.Row::record)
                .collect(Collectors.toSet());
        Set<Long> asked = new HashSet<>();
        if (!activities.isEmpty()) {
            Filter mine = Filter.all(Filter.eq("user", "@me"), Filter.eq("answer", "none"));
            queries.each(
                    Query.of("activity")
                            .where(Filter.all(
                                    Filter.in("id", activities),
                                    new Filter.Exists("activityParticipant", "activity", mine))),
                    row -> asked.add(row.id()));
        }
        return asked;
    }

    private Alert alert(AlertRows.Row row, String title, boolean asks) {
        String language = callers.current().language();
        String by = row.person().in(language);
        return new Alert(
                row.id(),
                row.kind(),
                sentence(row, title, by),
                new Ref(row.entity(), row.record(), title),
                row.more(),
                row.by() == 0 ? Optional.empty() : Optional.of(new Ref("user", row.by(), by)),
                row.at(),
                row.due() instanceof Instant moment ? Optional.of(moment) : Optional.empty(),
                row.due() instanceof LocalDate day ? Optional.of(day) : Optional.empty(),
                row.read(),
                row.snoozed(),
                asks);
    }

    /** Of a rule that is gone only the kind is known. */
    private String sentence(AlertRows.Row row, String title, String by) {
        String language = callers.current().language();
        String key = "alert." + row.rule() + ".text";
        String sentence = registry.find(AlertRule.class, row.rule())
                .flatMap(AlertRule::text)
                .or(() -> messages.has(key) ? Optional.of(messages.text(key)) : Optional.empty())
                .map(text -> text.in(language))
                .orElseGet(() -> kind(row, language) + ": {record}");
        String entity = messages.text(row.entity() + ".label").in(language);
        String remark = row.remark().isEmpty() ? "" : " · " + row.remark();
        return sentence.replace("{by}", by).replace("{entity}", entity).replace("{record}", title) + remark;
    }

    private String kind(AlertRows.Row row, String language) {
        return pickLists
                .get("alertKind")
                .item(row.kind())
                .map(item -> item.label().in(language))
                .orElse(row.kind());
    }
}
