package org.salacrm.core.security;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/** What somebody does in the company, and so what he may do here; its rights are edited beside it. */
@Entity
@Table(name = "core_role")
@CrmEntity(
        name = "role",
        search = {"name", "nameEn"},
        icon = "shield",
        common = true)
public class Role extends CrmRecord {
    @CrmField(required = true, unique = true, listed = true, section = "general")
    @Column(name = "name", length = 120, nullable = false)
    private String name;

    @CrmField(sortKeyOf = "name")
    @Column(name = "name_key", length = 250)
    private String nameKey;

    @CrmField(listed = true)
    @Column(name = "name_en", length = 120)
    private String nameEn;

    @CrmField(listed = true)
    @Column(name = "description", length = 500)
    private String description;

    /** Whoever has such a role may do everything. */
    @CrmField(listed = true)
    @Column(name = "administrator", nullable = false)
    private boolean administrator;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isAdministrator() {
        return administrator;
    }

    public void setAdministrator(boolean administrator) {
        this.administrator = administrator;
    }
}
