package org.salacrm.core.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.search.SearchIndex;
import org.salacrm.api.security.Scope;
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
     * The records that hold the text; empty when the database is to look for them.
     *
     * @param scope records of others may be left out
     */
    Optional<List<Long>> ids(EntityType type, String text, Scope scope) {
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
        if (unknown.news() || !known.known().contains(type.name())) {
            return Optional.empty();
        }
        List<Long> ids = known.ids(type.name(), text, unknown.shared() ? Scope.ALL : scope, MOST + 1);
        if (ids.size() > MOST) {
            common.put(question, System.nanoTime());
            return Optional.empty();
        }
        return Optional.of(ids);
    }

    private boolean isCommon(Question question) {
        Long since = common.get(question);
        return since != null && System.nanoTime() - since < FOR_A_MINUTE;
    }

    /**
     * What the index does not know.
     *
     * @param news something was just written: who has saved it finds it
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
