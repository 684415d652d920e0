package org.salacrm.core.model;

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

/** The company that uses Sala: what stands at the head of its documents. */
@Entity
@Table(name = "core_company")
@CrmEntity(name = "company", title = "nameTh", icon = "building-skyscraper", common = true)
public class Company extends CrmRecord {

    @CrmField(required = true, listed = true, section = "general")
    @Column(name = "name_th", length = 200)
    private String nameTh;

    @CrmField(sortKeyOf = "nameTh")
    @Column(name = "name_th_key", length = 250)
    private String nameThKey;

    @CrmField(listed = true)
    @Column(name = "name_en", length = 200)
    private String nameEn;

    @CrmField(kind = Kind.TAX_ID, listed = true)
    @Column(name = "tax_id", length = 13)
    private String taxId;

    @CrmField(kind = Kind.PHONE, listed = true, section = "contact")
    @Column(name = "phone", length = 60)
    private String phone;

    @CrmField(kind = Kind.PHONE)
    @Column(name = "fax", length = 60)
    private String fax;

    @CrmField(kind = Kind.EMAIL)
    @Column(name = "email", length = 120)
    private String email;

    @CrmField(kind = Kind.URL)
    @Column(name = "website", length = 300)
    private String website;

    @CrmField(section = "branches")
    @OneToMany(mappedBy = "company", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<CompanyBranch> branches = new ArrayList<>();
}
