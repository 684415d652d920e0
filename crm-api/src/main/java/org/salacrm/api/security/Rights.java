package org.salacrm.api.security;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.message.Text;

/**
 * What a caller may do. Denied by default. Of several roles the most generous counts. A level reaches: own, the records
 * he owns; team, also those of the teams he works in; all, every record. A share adds a single record for reading,
 * updating, deleting or appending where his roles give that verb at least for own records; exporting goes with reading.
 * Everybody reads entities that are common. Creating, updating and deleting a part is updating its parent.
 * Thread-safe.
 */
@ProviderType
public interface Rights {

    /** The level his roles give him; parts answer as their parent. */
    Level level(Caller caller, String entity, String verb);

    /** The records a verb reaches for him. */
    Scope scope(Caller caller, String entity, String verb);

    /**
     * What he may do with a field of records that he reaches. A role that gives any right on the entity lets its fields
     * be written, unless it says otherwise for this field; the most generous role counts and writing includes reading.
     */
    Access field(Caller caller, String entity, String field);

    /** A right that is not about one entity's records, such as {@code module.install}. */
    boolean permitted(Caller caller, String permission);

    /** Whether a verb is allowed on one record that exists. */
    boolean allowed(Caller caller, String entity, long id, String verb);

    /** Why a verb on a record is allowed or not: every rule that grants or denies, the deciding one first. */
    Decision why(Caller caller, String entity, long id, String verb);

    /** Why a field may be used or not; allowed means that it may be read. */
    Decision why(Caller caller, String entity, String field);

    /** An answer with its reasons. */
    record Decision(boolean allowed, List<Reason> reasons) {}

    /**
     * A rule that took part. Sentence key {@code why.<rule>.yes} or {@code why.<rule>.no}, with {@code {subject}}.
     *
     * @param rule administrator, system, common, absent, none, owner, team, share, shareEnded, a role's level
     *     (roleNone, roleOwn, roleTeam, roleAll) or a role's word on a field (fieldNone, fieldRead, fieldWrite)
     * @param grants whether it speaks for or against
     * @param subject what the role, team or person meant is called; empty when none
     * @param place entity and id of the record where it can be changed, {@code role/123}; empty when nowhere
     */
    record Reason(String rule, boolean grants, Text subject, String place) {}
}
