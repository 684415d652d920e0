package org.salacrm.core.security;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmPart;

/** A role that a user has. */
@Entity
@Table(name = "core_user_role")
@CrmEntity(name = "userRole", title = "role")
public class UserRole extends CrmPart {
    @ManyToOne
    @JoinColumn(name = "user_id", nullable = false)
    private User user;

    @CrmField(ref = "role", required = true, listed = true)
    @Column(name = "role_id", nullable = false)
    private Long role;

    public User getUser() {
        return user;
    }

    public void setUser(User user) {
        this.user = user;
    }

    public Long getRole() {
        return role;
    }

    public void setRole(Long role) {
        this.role = role;
    }
}
