package org.salacrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/** What the company asks people to agree to, and in which words. */
@Entity
@Table(name = "core_consent_purpose")
@CrmEntity(name = "consentPurpose", icon = "shield-lock", common = true)
public class ConsentPurpose extends CrmRecord {

    @CrmField(required = true, unique = true, listed = true, section = "general")
    @Column(name = "name", length = 120)
    private String name;

    @CrmField(sortKeyOf = "name")
    @Column(name = "name_key", length = 250)
    private String nameKey;

    @CrmField(listed = true)
    @Column(name = "name_en", length = 120)
    private String nameEn;

    @CrmField(listed = true)
    @Column(name = "active")
    private boolean active = true;

    /** Whether e-mails to many go only to people who agreed to this purpose, or another of the kind. */
    @CrmField(listed = true)
    @Column(name = "mass_mail")
    private boolean massMail;

    /** Rises when the words change: who agreed before agreed to others. */
    @CrmField(readOnly = true)
    @Column(name = "text_version")
    private int textVersion = 1;

    @CrmField(required = true, section = "text")
    @Column(name = "text", length = 4000)
    private String text;

    @CrmField
    @Column(name = "text_en", length = 4000)
    private String textEn;
}
