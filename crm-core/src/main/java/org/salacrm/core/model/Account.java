package org.salacrm.core.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/** A company or person we do business with, or hope to. */
@Entity
@Table(name = "core_account")
@CrmEntity(
        name = "account",
        search = {"name", "nameEn", "code", "taxId", "phone", "email"},
        icon = "building",
        activities = true,
        imports = true,
        custom = true,
        quick = {"name", "businessType", "phone", "email", "territory"})
public class Account extends CrmRecord {

    @CrmField(unique = true, listed = true, section = "general")
    @Column(name = "code", length = 30)
    private String code;

    @CrmField(required = true, listed = true)
    @Column(name = "name", length = 200)
    private String name;

    @CrmField(sortKeyOf = "name")
    @Column(name = "name_key", length = 250)
    private String nameKey;

    @CrmField
    @Column(name = "name_en", length = 200)
    private String nameEn;

    @CrmField(kind = Kind.MULTIPICK, pickList = "relation")
    @Column(name = "relations", length = 1000)
    private String relations = ",customer,";

    @CrmField(pickList = "accountStatus", required = true)
    @Column(name = "status", length = 40)
    private String status = "active";

    @CrmField(kind = Kind.TAX_ID)
    @Column(name = "tax_id", length = 13)
    private String taxId;

    @CrmField(kind = Kind.BRANCH)
    @Column(name = "branch_code", length = 5)
    private String branchCode;

    @CrmField(pickList = "businessType", listed = true)
    @Column(name = "business_type", length = 40)
    private String businessType;

    @CrmField(ref = "account")
    @Column(name = "parent_id")
    private Long parent;

    @CrmField(min = "0")
    @Column(name = "employees")
    private Integer employees;

    @CrmField(kind = Kind.MONEY, min = "0")
    @Column(name = "annual_revenue", precision = 19, scale = 2)
    private BigDecimal annualRevenue;

    @CrmField
    @Column(name = "founded_on")
    private LocalDate foundedOn;

    @CrmField(kind = Kind.PHONE, listed = true, section = "contact")
    @Column(name = "phone", length = 60)
    private String phone;

    @CrmField(kind = Kind.PHONE)
    @Column(name = "other_phone", length = 60)
    private String otherPhone;

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

    @CrmField(pickList = "language")
    @Column(name = "language", length = 40)
    private String language;

    @CrmField
    @OneToMany(mappedBy = "account", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<AccountLink> links = new ArrayList<>();

    @CrmField(section = "address")
    @OneToMany(mappedBy = "account", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<AccountAddress> addresses = new ArrayList<>();

    @CrmField(ref = "territory", listed = true, section = "sales")
    @Column(name = "territory_id")
    private Long territory;

    @CrmField(pickList = "potential", listed = true)
    @Column(name = "potential", length = 40)
    private String potential;

    @CrmField(pickList = "rating")
    @Column(name = "rating", length = 40)
    private String rating;

    @CrmField(pickList = "leadSource")
    @Column(name = "source", length = 40)
    private String source;

    @CrmField(kind = Kind.MULTIPICK, pickList = "interest")
    @Column(name = "interests", length = 1000)
    private String interests;

    @CrmField(section = "terms", min = "0", max = "365")
    @Column(name = "credit_days")
    private Integer creditDays;

    @CrmField(pickList = "paymentTerms")
    @Column(name = "payment_terms", length = 40)
    private String paymentTerms;

    @CrmField(kind = Kind.MONEY, min = "0")
    @Column(name = "credit_limit", precision = 19, scale = 2)
    private BigDecimal creditLimit;

    @CrmField(section = "swot")
    @Column(name = "strengths", length = 4000)
    private String strengths;

    @CrmField
    @Column(name = "weaknesses", length = 4000)
    private String weaknesses;

    @CrmField
    @Column(name = "opportunities", length = 4000)
    private String opportunities;

    @CrmField
    @Column(name = "threats", length = 4000)
    private String threats;

    @CrmField(section = "more")
    @Column(name = "remark", length = 4000)
    private String remark;
}
