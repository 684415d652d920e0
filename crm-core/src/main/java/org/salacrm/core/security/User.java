package org.salacrm.core.security;

import java.util.ArrayList;
import java.util.List;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/**
 * A person who works with the product. His main team is the team every record has; a user owns himself. A leaver is put
 * out of use, never deleted, so that his name stays in the history. Passwords are kept elsewhere.
 */
@Entity
@Table(name = "core_user")
@CrmEntity(
        name = "user",
        search = {"name", "nameEn", "nickname", "login", "email"},
        icon = "user",
        quick = {"login", "name", "nameEn", "email", "team"},
        imports = true,
        custom = true,
        common = true)
public class User extends CrmRecord {
    @CrmField(required = true, listed = true, section = "general")
    @Column(name = "name", length = 120, nullable = false)
    private String name;

    @CrmField(sortKeyOf = "name")
    @Column(name = "name_key", length = 250)
    private String nameKey;

    @CrmField(listed = true)
    @Column(name = "name_en", length = 120)
    private String nameEn;

    @CrmField
    @Column(name = "nickname", length = 60)
    private String nickname;

    @CrmField(unique = true)
    @Column(name = "code", length = 30)
    private String code;

    @CrmField(kind = Kind.EMAIL, listed = true)
    @Column(name = "email", length = 160)
    private String email;

    @CrmField(kind = Kind.PHONE, listed = true)
    @Column(name = "phone", length = 40)
    private String phone;

    @CrmField(kind = Kind.PHONE)
    @Column(name = "mobile", length = 40)
    private String mobile;

    @CrmField(listed = true, section = "work")
    @Column(name = "job_title", length = 120)
    private String jobTitle;

    @CrmField(ref = "department")
    @Column(name = "department_id")
    private Long department;

    @CrmField(ref = "job")
    @Column(name = "job_id")
    private Long job;

    @CrmField(ref = "territory")
    @Column(name = "territory_id")
    private Long territory;

    @CrmField(ref = "user")
    @Column(name = "manager_id")
    private Long manager;

    @CrmField(required = true, unique = true, listed = true, section = "access")
    @Column(name = "login", length = 60, nullable = false)
    private String login;

    @CrmField(pickList = "language")
    @Column(name = "language", length = 2, nullable = false)
    private String language = "th";

    @CrmField(listed = true)
    @Column(name = "active", nullable = false)
    private boolean active = true;

    @CrmField
    @OneToMany(mappedBy = "user", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<UserRole> roles = new ArrayList<>();

    @CrmField
    @OneToMany(mappedBy = "user", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<UserTeam> teams = new ArrayList<>();

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public List<UserRole> getRoles() {
        return roles;
    }

    public List<UserTeam> getTeams() {
        return teams;
    }
}
