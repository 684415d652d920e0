package org.salacrm.core.model;

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

/** Somebody who may become a customer and has yet to be looked at. */
@Entity
@Table(name = "core_lead")
@CrmEntity(
        name = "lead",
        search = {"name", "company", "phone", "mobile", "email"},
        icon = "user-plus",
        activities = true,
        imports = true,
        custom = true,
        quick = {"name", "company", "mobile", "email", "source", "rating"})
public class Lead extends CrmRecord {

    @CrmField(required = true, listed = true, section = "general")
    @Column(name = "name", length = 200)
    private String name;

    @CrmField(sortKeyOf = "name")
    @Column(name = "name_key", length = 250)
    private String nameKey;

    @CrmField(listed = true)
    @Column(name = "company", length = 200)
    private String company;

    @CrmField
    @Column(name = "position", length = 120)
    private String position;

    @CrmField(pickList = "leadStatus", listed = true)
    @Column(name = "status", length = 40)
    private String status = "new";

    @CrmField(pickList = "rating", listed = true)
    @Column(name = "rating", length = 40)
    private String rating;

    @CrmField(pickList = "leadSource", listed = true)
    @Column(name = "source", length = 40)
    private String source;

    @CrmField
    @Column(name = "contacted_on")
    private LocalDate contactedOn;

    @CrmField(kind = Kind.PHONE, listed = true, section = "contact")
    @Column(name = "mobile", length = 60)
    private String mobile;

    @CrmField(kind = Kind.PHONE)
    @Column(name = "phone", length = 60)
    private String phone;

    @CrmField(kind = Kind.PHONE)
    @Column(name = "fax", length = 60)
    private String fax;

    @CrmField(kind = Kind.EMAIL)
    @Column(name = "email", length = 120)
    private String email;

    @CrmField(kind = Kind.LINE)
    @Column(name = "line_id", length = 60)
    private String lineId;

    @CrmField(kind = Kind.URL)
    @Column(name = "website", length = 300)
    private String website;

    @CrmField(pickList = "contactMethod")
    @Column(name = "preferred_contact", length = 40)
    private String preferredContact;

    @CrmField(section = "address")
    @OneToMany(mappedBy = "lead", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<LeadAddress> addresses = new ArrayList<>();

    @CrmField(kind = Kind.MULTIPICK, pickList = "interest", section = "sales")
    @Column(name = "interests", length = 1000)
    private String interests;

    @CrmField(kind = Kind.MONEY, listed = true, min = "0")
    @Column(name = "expected_value", precision = 19, scale = 2)
    private BigDecimal expectedValue;

    @CrmField(pickList = "businessType")
    @Column(name = "business_type", length = 40)
    private String businessType;

    @CrmField(pickList = "potential")
    @Column(name = "potential", length = 40)
    private String potential;

    @CrmField(ref = "territory")
    @Column(name = "territory_id")
    private Long territory;

    @CrmField(section = "more")
    @Column(name = "remark", length = 4000)
    private String remark;

    @CrmField(pickList = "disqualifyReason", readOnly = true, section = "qualification")
    @Column(name = "disqualify_reason", length = 40)
    private String disqualifyReason;

    @CrmField(readOnly = true)
    @Convert(converter = InstantConverter.class)
    @Column(name = "qualified_at")
    private Instant qualifiedAt;

    @CrmField(ref = "account", readOnly = true)
    @Column(name = "account_id")
    private Long account;

    @CrmField(ref = "contact", readOnly = true)
    @Column(name = "contact_id")
    private Long contact;

    @CrmField(ref = "opportunity", readOnly = true)
    @Column(name = "opportunity_id")
    private Long opportunity;

    /** Whether its state is of the phase open: a column of its own, so that an index serves the daily lists. */
    @CrmField(readOnly = true, section = "system")
    @Column(name = "is_open")
    private boolean open = true;
}
