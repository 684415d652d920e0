package org.salacrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;

/** A place of business of the own company, as registered for VAT. */
@Entity
@Table(name = "core_company_branch")
@CrmEntity(name = "companyBranch")
public class CompanyBranch extends Place {

    @ManyToOne
    @JoinColumn(name = "company_id", nullable = false)
    private Company company;

    @CrmField(required = true, listed = true)
    @Column(name = "code", length = 5)
    private String code;

    @CrmField(required = true, listed = true)
    @Column(name = "name", length = 200)
    private String name;

    @CrmField
    @Column(name = "name_en", length = 200)
    private String nameEn;

    @CrmField(kind = Kind.PHONE, listed = true)
    @Column(name = "phone", length = 60)
    private String phone;
}
