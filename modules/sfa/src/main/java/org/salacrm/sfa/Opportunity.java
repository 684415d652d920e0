package org.salacrm.sfa;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;
import org.salacrm.api.model.InstantConverter;

/** A deal in sight: with whom, for what, how much, how likely and how it ended. */
@Entity
@Table(name = "sfa_opportunity")
@CrmEntity(
        name = "opportunity",
        search = {"name", "account"},
        icon = "target-arrow",
        activities = true,
        imports = true,
        custom = true,
        quick = {"name", "account", "expectedRevenue", "expectedCloseOn"})
public class Opportunity extends CrmRecord {

    @CrmField(required = true, listed = true, section = "general")
    @Column(name = "name", length = 200)
    private String name;

    @CrmField(sortKeyOf = "name")
    @Column(name = "name_key", length = 250)
    private String nameKey;

    @CrmField(ref = "account", required = true, listed = true)
    @Column(name = "account_id")
    private Long account;

    @CrmField(ref = "contact")
    @Column(name = "contact_id")
    private Long contact;

    @CrmField(pickList = "opportunityType")
    @Column(name = "type", length = 40)
    private String type;

    @CrmField(pickList = "opportunityStage", listed = true)
    @Column(name = "stage", length = 40)
    private String stage = "contacted";

    @CrmField(pickList = "leadSource")
    @Column(name = "source", length = 40)
    private String source;

    @CrmField(ref = "lead", readOnly = true)
    @Column(name = "lead_id")
    private Long lead;

    @CrmField(kind = Kind.MONEY, listed = true, section = "forecast", min = "0")
    @Column(name = "expected_revenue", precision = 19, scale = 2)
    private BigDecimal expectedRevenue;

    @CrmField
    @Column(name = "revenue_typed")
    private boolean revenueTyped;

    @CrmField(kind = Kind.PERCENT, listed = true, min = "0", max = "100")
    @Column(name = "probability", precision = 5, scale = 2)
    private BigDecimal probability;

    @CrmField
    @Column(name = "probability_reason", length = 300)
    private String probabilityReason;

    @CrmField(kind = Kind.MONEY, readOnly = true)
    @Column(name = "weighted_revenue", precision = 19, scale = 2)
    private BigDecimal weightedRevenue;

    @CrmField(required = true, listed = true)
    @Column(name = "expected_close_on")
    private LocalDate expectedCloseOn;

    @CrmField
    @Column(name = "next_step", length = 300)
    private String nextStep;

    @CrmField(section = "products")
    @OneToMany(mappedBy = "opportunity", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<OpportunityProduct> products = new ArrayList<>();

    @CrmField(section = "people")
    @OneToMany(mappedBy = "opportunity", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<OpportunityContact> contacts = new ArrayList<>();

    @CrmField(ref = "account")
    @Column(name = "partner_id")
    private Long partner;

    @CrmField
    @OneToMany(mappedBy = "opportunity", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<OpportunityCompetitor> competitors = new ArrayList<>();

    @CrmField(section = "more")
    @Column(name = "problem", length = 2000)
    private String problem;

    @CrmField
    @Column(name = "description", length = 4000)
    private String description;

    @CrmField(kind = Kind.MONEY, readOnly = true, section = "closing", min = "0")
    @Column(name = "won_amount", precision = 19, scale = 2)
    private BigDecimal wonAmount;

    @CrmField(pickList = "wonReason", readOnly = true)
    @Column(name = "won_reason", length = 40)
    private String wonReason;

    @CrmField(pickList = "lostReason", readOnly = true)
    @Column(name = "lost_reason", length = 40)
    private String lostReason;

    @CrmField(ref = "competitor", readOnly = true)
    @Column(name = "lost_competitor_id")
    private Long lostCompetitor;

    @CrmField(kind = Kind.MONEY, readOnly = true, min = "0")
    @Column(name = "lost_value", precision = 19, scale = 2)
    private BigDecimal lostValue;

    @CrmField(readOnly = true)
    @Column(name = "close_note", length = 2000)
    private String closeNote;

    @CrmField(readOnly = true)
    @Convert(converter = InstantConverter.class)
    @Column(name = "closed_at")
    private Instant closedAt;

    /** Whether its state is of the phase open: a column of its own, so that an index serves the daily lists. */
    @CrmField(readOnly = true, section = "system")
    @Column(name = "is_open")
    private boolean open = true;
}
