package org.salacrm.api.record;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.model.CrmRecord;

/**
 * The one door for writing. Every write passes rights, hooks, validation, the record's version, its history and the
 * outbox in one transaction, on behalf of the current caller. Thread-safe.
 *
 * <p>Values are given by field name, typed or as JSON gives them (ids and dates as text); a reference as its id or as
 * {@code {id, entity}}, which one to anything needs; parts as a list of maps, each with {@code id} when it is to be
 * kept. All methods throw {@link InvalidRecordException} for values that are refused, {@link StaleRecordException} when
 * somebody else saved meanwhile, {@link AbsentRecordException} when the record does not exist for the caller, and
 * {@link org.salacrm.api.security.ForbiddenException}.
 */
@ProviderType
public interface Records {

    /** Creates a record; fields that are not given take their defaults. */
    Saved create(String entity, Map<String, ?> values);

    /** Saves a new record made by class. */
    <T extends CrmRecord> T create(T entity);

    /**
     * Changes the given fields.
     *
     * @param version version the caller saw; {@link #ANY_VERSION} when he did not look
     */
    Saved update(String entity, long id, int version, Map<String, ?> values);

    /** Moves the record with all its parts, notes and files into the recycle bin. */
    void delete(String entity, long id, int version);

    /** Puts a record back from the recycle bin with everything that went with it. */
    Saved restore(long binEntry);

    /** The record by class, to be changed with {@link #update(CrmRecord)} inside the same {@link #transaction}. */
    <T extends CrmRecord> Optional<T> find(Class<T> type, long id);

    /** Saves the changes made to a record got by {@link #find}. */
    <T extends CrmRecord> T update(T entity);

    /** Does several writes together: all or none. Joins a running transaction. */
    <T> T transaction(Supplier<T> work);

    int ANY_VERSION = -1;

    /** What was saved. */
    record Saved(String entity, long id, int version) {}
}
