package org.salacrm.core.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.salacrm.api.security.Shares.Grants;
import org.salacrm.api.security.Verb;

/** A record shared with a user or team, as it is stored. */
record ShareRow(long principal, Grants grants, Optional<Instant> until) {
    static final String SELECT =
            "select principal_id, can_read, can_write, can_delete, can_append, until_at from core_share";

    static ShareRow read(ResultSet row) throws SQLException {
        Timestamp until = row.getTimestamp(6);
        return new ShareRow(
                row.getLong(1),
                new Grants(row.getBoolean(2), row.getBoolean(3), row.getBoolean(4), row.getBoolean(5)),
                Optional.ofNullable(until).map(Timestamp::toInstant));
    }

    boolean ended(Instant now) {
        return until.isPresent() && !until.get().isAfter(now);
    }

    boolean gives(String verb) {
        return gives(grants, verb);
    }

    /** Whether a share can give a verb at all. */
    static boolean shareable(String verb) {
        return gives(new Grants(true, true, true, true), verb);
    }

    static boolean gives(Grants grants, String verb) {
        return switch (verb) {
            case Verb.READ, Verb.EXPORT -> grants.read();
            case Verb.UPDATE -> grants.write();
            case Verb.DELETE -> grants.delete();
            case Verb.APPEND -> grants.append();
            default -> false;
        };
    }
}
