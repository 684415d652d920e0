package org.salacrm.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private final Optional<Tx> tx;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SearchIndex index;

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
        boolean askable = known != null && !type.isPart() && known.finds(text);
        if (!askable || tx.isEmpty() || tx.get().active()) {
            return Optional.empty();
        }
        if (!known.known().contains(type.name()) || isBehind(tx.get())) {
            return Optional.empty();
        }
        List<Long> ids = known.ids(type.name(), text, isShared(type, scope) ? Scope.ALL : scope, MOST + 1);
        return ids.size() > MOST ? Optional.empty() : Optional.of(ids);
    }

    /** The index does not know what is shared with whom. */
    private boolean isShared(EntityType type, Scope scope) {
        if (scope.all() || scope.principals().isEmpty()) {
            return false;
        }
        String marks = "?, ".repeat(scope.principals().size() - 1) + "?";
        List<Object> values = new ArrayList<>(scope.principals());
        values.add(0, type.name());
        return !new Sql(tx.orElseThrow())
                .list(
                        "select 1 from core_share where entity = ? and principal_id in (" + marks
                                + ") fetch first 1 rows only",
                        row -> row.getInt(1),
                        values.toArray())
                .isEmpty();
    }

    /** Whoever has just saved a record finds it. */
    private static boolean isBehind(Tx tx) {
        return !new Sql(tx)
                .list(
                        "select 1 from core_outbox union all select 1 from core_backlog where listener = 'search'"
                                + " fetch first 1 rows only",
                        row -> row.getInt(1))
                .isEmpty();
    }
}
