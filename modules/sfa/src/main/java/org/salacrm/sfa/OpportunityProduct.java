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

/** A product the customer is interested in, with how many and at which price. */
@Entity
@Table(name = "sfa_opportunity_product")
@CrmEntity(name = "opportunityProduct", title = "product")
public class OpportunityProduct extends CrmPart {

    @ManyToOne
    @JoinColumn(name = "opportunity_id", nullable = false)
    private Opportunity opportunity;

    @CrmField(ref = "product", required = true, listed = true)
    @Column(name = "product_id")
    private Long product;

    @CrmField(listed = true)
    @Column(name = "description", length = 300)
    private String description;

    @CrmField(required = true, listed = true, min = "0")
    @Column(name = "quantity", precision = 19, scale = 4)
    private BigDecimal quantity = BigDecimal.ONE;

    @CrmField(ref = "unit", listed = true)
    @Column(name = "unit_id")
    private Long unit;

    @CrmField(kind = Kind.MONEY, listed = true, min = "0")
    @Column(name = "price", precision = 19, scale = 2)
    private BigDecimal price;

    @CrmField(kind = Kind.MONEY, readOnly = true, listed = true)
    @Column(name = "amount", precision = 19, scale = 2)
    private BigDecimal amount;
}
