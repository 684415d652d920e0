package org.salacrm.sfa;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Report;
import org.salacrm.api.query.Row;
import org.salacrm.api.query.Table;

/** A world with one product, answering its price and unit. */
record OneProduct(long id, BigDecimal price, long unit) implements Queries {

    @Override
    public Optional<Row> one(String entity, long asked, List<String> fields) {
        return asked == id
                ? Optional.of(new Row(id, 1, List.of(price, new Ref("unit", unit, "ชิ้น"))))
                : Optional.empty();
    }

    @Override
    public Page page(Query query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void each(Query query, Consumer<Row> consumer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long count(String entity, Filter filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Table report(Report report) {
        throw new UnsupportedOperationException();
    }
}
