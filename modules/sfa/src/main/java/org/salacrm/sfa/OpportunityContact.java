package org.salacrm.sfa;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmPart;

/** A person who has a say in a deal, and his role in it. */
@Entity
@Table(name = "sfa_opportunity_contact")
@CrmEntity(name = "opportunityContact", title = "contact")
public class OpportunityContact extends CrmPart {

    @ManyToOne
    @JoinColumn(name = "opportunity_id", nullable = false)
    private Opportunity opportunity;

    @CrmField(ref = "contact", required = true, listed = true)
    @Column(name = "contact_id")
    private Long contact;

    @CrmField(pickList = "contactRole", listed = true)
    @Column(name = "role", length = 40)
    private String role;

    @CrmField(listed = true)
    @Column(name = "remark", length = 300)
    private String remark;
}
