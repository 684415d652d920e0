package org.salacrm.api.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Work in the background: kept in the database, run once over all nodes, continued after a restart.
 * Thread-safe.
 *
 * <p>Kind {@code bulk} does one verb to many records, with the rights of the caller: {@code entity}, {@code verb}
 * (update, delete, assign, share, unshare, copy, or the id of an action),
 * {@code ids} (as text) or {@code filter} (its tree form), and
 * {@code values}. It answers {@code done}, {@code failed} and at most 100 {@code refusals}
 * ({@code id, label, message}), and for update, delete and assign the number {@code undo} under which
 * {@link Undos} takes back what nobody changed since.
 */
@ProviderType
public interface Jobs {

    /** Starts a job of a kind on behalf of the current caller, in the running transaction if there is one. */
    long start(String kind, Map<String, ?> parameters);

    Optional<JobState> find(long id);

    /** The caller's own jobs, newest first; everybody's for an administrator who asks for them. */
    List<JobState> recent(boolean everybody, int limit);

    /** Asks the job to stop at its next step. */
    void cancel(long id);
}
