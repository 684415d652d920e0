package org.salacrm.core.query;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.salacrm.api.search.SearchIndex;
import org.salacrm.api.security.Scope;

/** An index that knows all leads. @param found what it finds by a text */
record LeadIndex(Function<String, List<Long>> found) implements SearchIndex {
    @Override
    public Set<String> known() {
        return Set.of("lead");
    }

    @Override
    public boolean finds(String text) {
        return true;
    }

    @Override
    public List<Long> best(String entity, String text, Scope scope, int most) {
        return ids(entity, text, scope, most);
    }

    @Override
    public List<Long> ids(String entity, String text, Scope scope, int most) {
        return found.apply(text).stream().limit(most).toList();
    }
}
