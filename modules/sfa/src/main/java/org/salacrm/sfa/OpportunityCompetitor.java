package org.salacrm.sfa;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmPart;

/** A competitor who is after the same deal, and what is known of his offer. */
@Entity
@Table(name = "sfa_opportunity_competitor")
@CrmEntity(name = "opportunityCompetitor", title = "competitor")
public class OpportunityCompetitor extends CrmPart {

    @ManyToOne
    @JoinColumn(name = "opportunity_id", nullable = false)
    private Opportunity opportunity;

    @CrmField(ref = "competitor", required = true, listed = true)
    @Column(name = "competitor_id")
    private Long competitor;

    @CrmField(kind = Kind.MONEY, listed = true, min = "0")
    @Column(name = "price", precision = 19, scale = 2)
    private BigDecimal price;

    @CrmField(listed = true)
    @Column(name = "remark", length = 1000)
    private String remark;
}
