package org.salacrm.core.security;

import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.core.store.Sql;

/** Sees to it that somebody can still let people in. */
final class Administrators {
    private static final String COUNT = "select count(*) from core_user u"
            + " join core_user_role ur on ur.user_id = u.id join core_role r on r.id = ur.role_id"
            + " where u.active = true and r.administrator = true";

    private final Sql sql;

    Administrators(Sql sql) {
        this.sql = sql;
    }

    /** To be asked after a change has been written. @throws InvalidRecordException naming the field that did it */
    void oneRemains(String field) {
        long left = sql.first(COUNT, row -> row.getLong(1)).orElse(0L);
        if (left == 0) {
            throw new InvalidRecordException(field, "user.administrator.last");
        }
    }
}
