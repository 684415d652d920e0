package org.salacrm.core.record;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.core.store.Tx;

/** The main team of a user is the team that his own record belongs to. */
@Component
public final class UserTeams implements MainTeams {
    private final Tx tx;

    @Activate
    public UserTeams(@Reference Tx tx) {
        this.tx = tx;
    }

    @Override
    public OptionalLong of(long user) {
        String sql = "select team_id from core_user where id = ?";
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            statement.setLong(1, user);
            try (ResultSet row = statement.executeQuery()) {
                long team = row.next() ? row.getLong(1) : 0;
                return team == 0 ? OptionalLong.empty() : OptionalLong.of(team);
            }
        } catch (SQLException e) {
            throw new StatementException("cannot read the team of a user", e);
        }
    }
}
