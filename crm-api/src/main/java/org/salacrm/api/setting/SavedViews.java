package org.salacrm.api.setting;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Lists that people arranged and kept under a name, for themselves, a team or everybody. Who makes one for others needs
 * the permission {@link #SHARE}. Thread-safe.
 */
@ProviderType
public interface SavedViews {
    String SHARE = "core.share-views";

    /** Those of an entity that the current caller may use: his own, those of his teams and those for everybody. */
    List<SavedView> of(String entity);

    /**
     * Keeps a new view (id 0), or replaces one of the caller's own; whoever may do everything also replaces what others
     * made for a team or everybody.
     *
     * @throws org.salacrm.api.record.AbsentRecordException when it is not his to replace
     * @throws org.salacrm.api.record.StaleRecordException when it was kept anew since the version it names
     * @throws org.salacrm.api.security.ForbiddenException when it is for others and he may not
     */
    SavedView save(SavedView view);

    /** @throws org.salacrm.api.record.AbsentRecordException when it is not his to remove */
    void remove(long id);

    /**
     * A list as somebody arranged it.
     *
     * @param id 0 for one not yet kept
     * @param version counts how often it was kept; {@link org.salacrm.api.record.Records#ANY_VERSION} replaces any
     * @param audience private, team or all
     * @param team whose team it is for; 0 when for none
     * @param owner id of the user whose it is
     * @param body columns, widths, order and filter as JSON
     */
    record SavedView(
            long id, int version, String entity, String name, String audience, long team, long owner, String body) {}
}
