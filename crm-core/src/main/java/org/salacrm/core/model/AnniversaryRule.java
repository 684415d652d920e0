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

    /** Words of the greeting; without them there is none. */
    @CrmField(ref = "mailTemplate", listed = true, section = "greeting")
    @Column(name = "template_id")
    private Long template;

    /** Whether greetings go out by themselves, in the name of whoever owns the customer. */
    @CrmField(listed = true)
    @Column(name = "automatic")
    private boolean automatic;
}
