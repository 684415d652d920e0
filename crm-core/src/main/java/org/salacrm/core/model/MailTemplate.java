package org.salacrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/** Words for e-mails about records of a kind, in which places such as {@code {{account.name}}} are filled in. */
@Entity
@Table(name = "core_mail_template")
@CrmEntity(name = "mailTemplate", icon = "mail", common = true, imports = true)
public class MailTemplate extends CrmRecord {

    @CrmField(required = true, unique = true, listed = true, section = "general")
    @Column(name = "name", length = 120)
    private String name;

    @CrmField(sortKeyOf = "name")
    @Column(name = "name_key", length = 250)
    private String nameKey;

    @CrmField(listed = true)
    @Column(name = "name_en", length = 120)
    private String nameEn;

    /** The kind of record it is written about: its fields are the places. */
    @CrmField(kind = Kind.ENTITY, required = true, listed = true)
    @Column(name = "entity", length = 60)
    private String entity = "contact";

    @CrmField(listed = true)
    @Column(name = "active")
    private boolean active = true;

    /** Switches the sender's own signature off; so does the next one with the company's. */
    @CrmField
    @Column(name = "without_own_signature")
    private boolean withoutOwnSignature;

    @CrmField
    @Column(name = "without_company_signature")
    private boolean withoutCompanySignature;

    @CrmField(required = true, listed = true, section = "thai")
    @Column(name = "subject", length = 300)
    private String subject;

    @CrmField(required = true)
    @Column(name = "body", length = 10_000)
    private String body;

    @CrmField(section = "english")
    @Column(name = "subject_en", length = 300)
    private String subjectEn;

    @CrmField
    @Column(name = "body_en", length = 10_000)
    private String bodyEn;
}
