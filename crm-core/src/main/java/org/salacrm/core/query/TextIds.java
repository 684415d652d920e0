package org.salacrm.core.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.event.RecordEvent;
import org.salacrm.api.search.SearchIndex;
import org.salacrm.api.security.Scope;
import org.salacrm.core.record.outbox.EventText;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/**
 * Lets an index answer text search where that is surely right and faster: it has heard of everything that was written,
 * and the text is so rare that its records can be named one by one. Everything else the database finds by itself.
 */
@Component(service = TextIds.class)
public final class TextIds {
    private static final int MOST = 1000;
    private static final int REMEMBERED = 1000;
    /** Transactions of which the index does not know; after an import there may be many more. */
    private static final int TOLD = 20;

    private static final long FOR_A_MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Optional<Tx> tx;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SearchIndex index;

    /**
     * What was too common to be named by ids, and when: a list asks for its text again with each page and for its sums,
     * and so do those who type the same. Forgets what was not asked for longest.
     */
    private final Map<Question, Long> common = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Long> eldest) {
            return size() > REMEMBERED;
        }
    });

    private record Question(String entity, String text, Scope scope) {}

    @Activate
    public TextIds(@Reference Tx tx) {
        this.tx = Optional.of(tx);
    }

    /** Without an index, for use without a framework. */
    public TextIds() {
        this.tx = Optional.empty();
    }

    /**
     * What holds a text.
     *
     * @param ids records that hold it, and records that were just written and may
     * @param news those of them of which the index does not know yet what was written: whoever has saved something
     *     finds it
     */
    record Found(List<Long> ids, List<Long> news) {}

    /**
     * The records that hold the text; empty when the database is to look for them.
     *
     * @param scope records of others may be left out
     */
    Optional<Found> ids(EntityType type, String text, Scope scope) {
        SearchIndex known = index;
        boolean askable = known != null && !type.isPart() && text.indexOf('*') < 0 && known.finds(text);
        if (!askable || tx.isEmpty() || tx.get().active()) {
            return Optional.empty();
        }
        Question question = new Question(type.name(), text, scope);
        if (isCommon(question)) {
            return Optional.empty();
        }
        Unknown unknown = unknown(type, scope);
        Optional<Set<Long>> news = unknown.news() ? news(type) : Optional.of(Set.of());
        if (news.isEmpty() || !known.known().contains(type.name())) {
            return Optional.empty();
        }
        List<Long> ids = known.ids(type.name(), text, unknown.shared() ? Scope.ALL : scope, MOST + 1);
        if (ids.size() > MOST) {
            common.put(question, System.nanoTime());
            return Optional.empty();
        }
        Set<Long> all = new LinkedHashSet<>(ids);
        all.addAll(news.get());
        return Optional.of(new Found(List.copyOf(all), List.copyOf(news.get())));
    }

    /** The records of a kind that were just written; empty when they are too many to be looked at one by one. */
    private Optional<Set<Long>> news(EntityType type) {
        List<String> told = new Sql(tx.orElseThrow())
                .list(
                        "select events from core_outbox union all select events from core_backlog"
                                + " where listener = 'search' fetch first " + (TOLD + 1) + " rows only",
                        row -> row.getString(1));
        Set<Long> ids = told.stream()
                .flatMap(events -> EventText.read(events).stream())
                .filter(event -> event.entity().equals(type.name()))
                .map(RecordEvent::id)
                .collect(Collectors.toSet());
        return told.size() > TOLD || ids.size() > MOST ? Optional.empty() : Optional.of(ids);
    }

    private boolean isCommon(Question question) {
        Long since = common.get(question);
        return since != null && System.nanoTime() - since < FOR_A_MINUTE;
    }

    /**
     * What the index does not know.
     *
     * @param news something was just written, of whatever kind
     * @param shared something is shared with those of the scope
     */
    private record Unknown(boolean news, boolean shared) {}

    private Unknown unknown(EntityType type, Scope scope) {
        List<Object> values = new ArrayList<>();
        String shared = "0";
        if (!scope.all() && !scope.principals().isEmpty()) {
            String marks = "?, ".repeat(scope.principals().size() - 1) + "?";
            shared = "case when exists (select 1 from core_share where entity = ? and principal_id in (" + marks
                    + ")) then 1 else 0 end";
            values.add(type.name());
            values.addAll(scope.principals());
        }
        String question = "select case when exists (select 1 from core_outbox) or exists"
                + " (select 1 from core_backlog where listener = 'search') then 1 else 0 end, " + shared
                + " from (values (1)) as one (line)";
        return new Sql(tx.orElseThrow())
                .first(question, row -> new Unknown(row.getInt(1) == 1, row.getInt(2) == 1), values.toArray())
                .orElseThrow();
    }
}
