package org.salacrm.core.importing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Report;
import org.salacrm.api.query.Row;
import org.salacrm.api.query.Table;

/** A company without a single record. */
final class NothingThere implements Queries {
    @Override
    public void each(Query query, Consumer<Row> consumer) {
        // There is none.
    }

    @Override
    public Optional<Row> one(String entity, long id, List<String> fields) {
        return Optional.empty();
    }

    @Override
    public long count(String entity, Filter filter) {
        return 0;
    }

    @Override
    public Page page(Query query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Table report(Report report) {
        throw new UnsupportedOperationException();
    }
}
