package org.salacrm.api.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one door for asking. Every question is answered with the rights of the current caller: rows he may not read do
 * not exist, fields he may not read are empty in answers, filters, sorts, groups and sums. Thread-safe.
 *
 * <p>All methods throw {@link MalformedQueryException} for a question that does not fit the metadata,
 * {@link org.salacrm.api.entity.UnknownEntityException} when the entity is absent, {@link QueryTimeoutException} when
 * the database does not answer in time, and {@link QueryRangeException} when it cannot hold what is worked out.
 */
@ProviderType
public interface Queries {

    /** One page of rows. */
    Page page(Query query);

    /** Every row, streamed in order; the limit and the cursor do not count. Used by export and by bulk jobs. */
    void each(Query query, Consumer<Row> consumer);

    /** One record with parts as lists of maps, empty when it does not exist for the caller. */
    Optional<Row> one(String entity, long id, List<String> fields);

    /** Number of records that pass. */
    long count(String entity, Filter filter);

    /** Numbers along dimensions. */
    Table report(Report report);
}
