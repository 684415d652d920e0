package org.salacrm.core.model;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/** A job that documents and costs are booked to. */
@Entity
@Table(name = "core_job")
@CrmEntity(
        name = "job",
        search = {"name", "code"},
        icon = "clipboard-list",
        common = true,
        imports = true,
        quick = {"code", "name"})
public class Job extends CrmRecord {

    @CrmField(unique = true, listed = true, section = "general")
    @Column(name = "code", length = 30)
    private String code;

    @CrmField(required = true, listed = true)
    @Column(name = "name", length = 200)
    private String name;

    @CrmField(sortKeyOf = "name")
    @Column(name = "name_key", length = 250)
    private String nameKey;

    @CrmField(ref = "account", listed = true)
    @Column(name = "account_id")
    private Long account;

    @CrmField(ref = "department", listed = true)
    @Column(name = "department_id")
    private Long department;

    @CrmField
    @Column(name = "starts_on")
    private LocalDate startsOn;

    @CrmField
    @Column(name = "ends_on")
    private LocalDate endsOn;

    @CrmField(listed = true)
    @Column(name = "active")
    private boolean active = true;

    @CrmField
    @Column(name = "description", length = 2000)
    private String description;
}
