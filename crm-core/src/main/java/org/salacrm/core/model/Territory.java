package org.salacrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/** A part of the market that people are responsible for. */
@Entity
@Table(name = "core_territory")
@CrmEntity(
        name = "territory",
        search = {"name", "nameEn", "code"},
        icon = "map-2",
        common = true,
        imports = true,
        quick = {"code", "name"})
public class Territory extends CrmRecord {

    @CrmField(unique = true, listed = true, section = "general")
    @Column(name = "code", length = 30)
    private String code;

    @CrmField(required = true, listed = true)
    @Column(name = "name", length = 120)
    private String name;

    @CrmField(sortKeyOf = "name")
    @Column(name = "name_key", length = 250)
    private String nameKey;

    @CrmField
    @Column(name = "name_en", length = 120)
    private String nameEn;

    @CrmField(ref = "territory", listed = true)
    @Column(name = "parent_id")
    private Long parent;

    @CrmField(ref = "user", listed = true)
    @Column(name = "manager_id")
    private Long manager;

    @CrmField(listed = true)
    @Column(name = "active")
    private boolean active = true;
}
