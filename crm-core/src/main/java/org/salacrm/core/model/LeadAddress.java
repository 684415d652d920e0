package org.salacrm.core.model;

import javax.persistence.Entity;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;

/** One of the places where a lead is reached. */
@Entity
@Table(name = "core_lead_address")
@CrmEntity(name = "leadAddress")
public class LeadAddress extends Address {

    @ManyToOne
    @JoinColumn(name = "lead_id", nullable = false)
    private Lead lead;
}
