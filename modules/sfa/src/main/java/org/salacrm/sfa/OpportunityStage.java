package org.salacrm.sfa;

import java.math.BigDecimal;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmPart;
import org.salacrm.api.model.InstantConverter;

/** A stay of a deal in one stage. */
@Entity
@Table(name = "sfa_opportunity_stage")
@CrmEntity(name = "opportunityStage", title = "stage")
public class OpportunityStage extends CrmPart {

    @ManyToOne
    @JoinColumn(name = "opportunity_id", nullable = false)
    private Opportunity opportunity;

    @CrmField(pickList = "opportunityStage", readOnly = true, listed = true)
    @Column(name = "stage", length = 40)
    private String stage;

    @CrmField(readOnly = true, listed = true)
    @Convert(converter = InstantConverter.class)
    @Column(name = "entered_at")
    private Instant enteredAt;

    @CrmField(readOnly = true, listed = true)
    @Convert(converter = InstantConverter.class)
    @Column(name = "left_at")
    private Instant leftAt;

    @CrmField(ref = "user", readOnly = true, listed = true)
    @Column(name = "entered_by_id")
    private Long enteredBy;

    @CrmField(kind = Kind.MONEY, readOnly = true, listed = true)
    @Column(name = "expected_revenue", precision = 19, scale = 2)
    private BigDecimal expectedRevenue;
}
