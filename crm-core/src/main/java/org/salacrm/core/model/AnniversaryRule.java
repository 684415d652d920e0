package org.salacrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/** What the company does about the anniversaries of a kind, unless one says otherwise. */
@Entity
@Table(name = "core_anniversary_rule")
@CrmEntity(name = "anniversaryRule", title = "kind", icon = "cake", common = true)
public class AnniversaryRule extends CrmRecord {

    @CrmField(pickList = "anniversaryKind", required = true, unique = true, listed = true, section = "general")
    @Column(name = "kind", length = 40)
    private String kind;

    /** As {@link AlertDays} has them. */
    @CrmField(listed = true)
    @Column(name = "alert_days", length = 60)
    private String alertDays = AlertDays.USUAL.toString();
}
