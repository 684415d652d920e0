package org.salacrm.core.security;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmPart;

/** A team that a user belongs to beside his main team. */
@Entity
@Table(name = "core_user_team")
@CrmEntity(name = "userTeam", title = "team")
public class UserTeam extends CrmPart {
    @ManyToOne
    @JoinColumn(name = "user_id", nullable = false)
    private User user;

    @CrmField(ref = "team", required = true, listed = true)
    @Column(name = "team_id", nullable = false)
    private Long team;

    public User getUser() {
        return user;
    }

    public void setUser(User user) {
        this.user = user;
    }

    public Long getTeam() {
        return team;
    }

    public void setTeam(Long team) {
        this.team = team;
    }
}
