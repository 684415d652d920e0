package org.salacrm.api.security;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What a caller may do. Denied by default; kept per caller until a role, team or share changes. Thread-safe. */
@ProviderType
public interface Rights {

    /** The level his roles give him; parts answer as their parent. */
    Level level(Caller caller, String entity, String verb);

    /** The records a verb reaches for him. */
    Scope scope(Caller caller, String entity, String verb);

    Access field(Caller caller, String entity, String field);

    /** A right that is not about one entity's records, such as {@code module.install}. */
    boolean permitted(Caller caller, String permission);

    /** Whether a verb is allowed on one record that exists. */
    boolean allowed(Caller caller, String entity, long id, String verb);

    /** Why a verb on a record is allowed or not: every rule that grants or denies, the deciding one first. */
    Decision why(Caller caller, String entity, long id, String verb);

    /** An answer with its reasons. */
    record Decision(boolean allowed, List<Reason> reasons) {}

    /**
     * A rule that took part.
     *
     * @param rule administrator, role, owner, team, share, none
     * @param grants whether it speaks for or against
     * @param subject name of the role, team or person meant; empty when none
     * @param place entity and id of the record where it can be changed, {@code role/123}; empty when nowhere
     */
    record Reason(String rule, boolean grants, String subject, String place) {}
}
