package org.salacrm.core.security;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/**
 * People who work records together. Its manager also reaches what belongs to the teams below it. Members are the users
 * whose main team or further team it is.
 */
@Entity
@Table(name = "core_team")
@CrmEntity(
        name = "team",
        search = {"name", "nameEn"},
        icon = "users-group",
        quick = {"name", "nameEn", "parent", "manager"},
        imports = true,
        custom = true,
        common = true)
public class Team extends CrmRecord {
    @CrmField(required = true, unique = true, listed = true, section = "general")
    @Column(name = "name", length = 120, nullable = false)
    private String name;

    @CrmField(sortKeyOf = "name")
    @Column(name = "name_key", length = 250)
    private String nameKey;

    @CrmField(listed = true)
    @Column(name = "name_en", length = 120)
    private String nameEn;

    @CrmField(ref = "team", listed = true)
    @Column(name = "parent_id")
    private Long parent;

    @CrmField(ref = "user", listed = true)
    @Column(name = "manager_id")
    private Long manager;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Long getParent() {
        return parent;
    }

    public void setParent(Long parent) {
        this.parent = parent;
    }

    public Long getManager() {
        return manager;
    }

    public void setManager(Long manager) {
        this.manager = manager;
    }
}
