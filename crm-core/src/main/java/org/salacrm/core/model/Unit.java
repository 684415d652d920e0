package org.salacrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/** A unit in which goods and services are counted. */
@Entity
@Table(name = "core_unit")
@CrmEntity(
        name = "unit",
        search = {"name", "nameEn"},
        icon = "ruler-2",
        common = true,
        imports = true)
public class Unit extends CrmRecord {

    @CrmField(required = true, unique = true, listed = true, section = "general")
    @Column(name = "name", length = 60)
    private String name;

    @CrmField(sortKeyOf = "name")
    @Column(name = "name_key", length = 250)
    private String nameKey;

    @CrmField(listed = true)
    @Column(name = "name_en", length = 60)
    private String nameEn;

    @CrmField(listed = true)
    @Column(name = "active")
    private boolean active = true;
}
