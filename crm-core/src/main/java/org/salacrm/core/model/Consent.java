package org.salacrm.core.model;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/** That a person agreed to a purpose, with the words that were agreed to, and when that was taken back. */
@Entity
@Table(name = "core_consent")
@CrmEntity(
        name = "consent",
        search = {"name", "contact", "lead"},
        icon = "shield",
        imports = true,
        quick = {"purpose", "contact", "lead", "way", "givenOn", "note"})
public class Consent extends CrmRecord {

    @CrmField(ref = "consentPurpose", required = true, section = "general")
    @Column(name = "purpose_id")
    private Long purpose;

    /** What was agreed to; not by whom, so that it stays when the person is erased. */
    @CrmField(readOnly = true, listed = true)
    @Column(name = "name", length = 330)
    private String name;

    @CrmField(sortKeyOf = "name")
    @Column(name = "name_key", length = 250)
    private String nameKey;

    @CrmField(ref = "contact", listed = true)
    @Column(name = "contact_id")
    private Long contact;

    @CrmField(ref = "lead", listed = true)
    @Column(name = "lead_id")
    private Long lead;

    @CrmField(pickList = "consentState", listed = true)
    @Column(name = "state", length = 40)
    private String state = "given";

    @CrmField(pickList = "consentWay", listed = true)
    @Column(name = "way", length = 40)
    private String way;

    /** Today unless another day is said. */
    @CrmField(listed = true)
    @Column(name = "given_on")
    private LocalDate givenOn;

    @CrmField(readOnly = true, listed = true)
    @Column(name = "withdrawn_on")
    private LocalDate withdrawnOn;

    @CrmField
    @Column(name = "note", length = 2000)
    private String note;

    @CrmField(readOnly = true, section = "text")
    @Column(name = "text_version")
    private Integer textVersion;

    @CrmField(readOnly = true)
    @Column(name = "text", length = 4000)
    private String text;
}
