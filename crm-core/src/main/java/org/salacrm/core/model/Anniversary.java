package org.salacrm.core.model;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/** A day of a customer or of somebody there that is worth a greeting, mostly every year. */
@Entity
@Table(name = "core_anniversary")
@CrmEntity(
        name = "anniversary",
        search = {"name", "account"},
        icon = "cake",
        imports = true,
        custom = true,
        quick = {"kind", "day", "account", "contact", "note"})
public class Anniversary extends CrmRecord {

    @CrmField(pickList = "anniversaryKind", required = true, listed = true, section = "general")
    @Column(name = "kind", length = 40)
    private String kind = "birthday";

    /** Whose day it is; the name of the contact or customer unless somebody writes another. */
    @CrmField(listed = true)
    @Column(name = "name", length = 300)
    private String name;

    @CrmField(sortKeyOf = "name")
    @Column(name = "name_key", length = 250)
    private String nameKey;

    @CrmField(required = true, listed = true)
    @Column(name = "day")
    private LocalDate day;

    @CrmField(listed = true)
    @Column(name = "yearly")
    private boolean yearly = true;

    @CrmField(ref = "account", listed = true, section = "about")
    @Column(name = "account_id")
    private Long account;

    @CrmField(ref = "contact", listed = true)
    @Column(name = "contact_id")
    private Long contact;

    /** When somebody is reminded, as {@link AlertDays} has it; where nothing is said, the rule of the kind counts. */
    @CrmField(section = "greeting")
    @Column(name = "remind_days", length = 60)
    private String alertDays;

    @CrmField(pickList = "greeting", listed = true)
    @Column(name = "greeting", length = 40)
    private String greeting = "due";

    /** The last time that was greeted: a year later a greeting is due again. */
    @CrmField
    @Column(name = "greeted_on")
    private LocalDate greetedOn;

    @CrmField(section = "more")
    @Column(name = "note", length = 2000)
    private String note;

    /** Month and day in one number, so that an index finds what comes back in a week of any year. */
    @CrmField(readOnly = true, section = "system")
    @Column(name = "month_day")
    private Integer monthDay;
}
