package org.salacrm.core.model;

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

/** Something to be done with or for a customer, and what came of it. */
@Entity
@Table(name = "core_activity")
@CrmEntity(
        name = "activity",
        title = "subject",
        search = {"subject", "place", "account", "contact"},
        icon = "calendar-event",
        imports = true,
        custom = true,
        quick = {"type", "subject", "regarding", "startAt", "recurrence", "priority"})
public class Activity extends CrmRecord {

    @CrmField(pickList = "activityType", required = true, listed = true, section = "general")
    @Column(name = "type", length = 40)
    private String type = "task";

    @CrmField(required = true, listed = true)
    @Column(name = "subject", length = 300)
    private String subject;

    @CrmField(sortKeyOf = "subject")
    @Column(name = "subject_key", length = 250)
    private String subjectKey;

    @CrmField(pickList = "activityStatus", listed = true)
    @Column(name = "status", length = 40)
    private String status = "notStarted";

    @CrmField(pickList = "priority", required = true, listed = true)
    @Column(name = "priority", length = 40)
    private String priority = "normal";

    @CrmField
    @Column(name = "place", length = 300)
    private String place;

    @CrmField
    @Column(name = "description", length = 20000)
    private String description;

    /** Its start, its first day, or else when it is due: a column of its own, so that lists sort by it. */
    @CrmField(readOnly = true, listed = true, section = "time")
    @Convert(converter = InstantConverter.class)
    @Column(name = "planned_at")
    private Instant plannedAt;

    @CrmField
    @Convert(converter = InstantConverter.class)
    @Column(name = "start_at")
    private Instant startAt;

    @CrmField(min = "0", max = "525600")
    @Column(name = "minutes")
    private Integer minutes;

    @CrmField
    @Convert(converter = InstantConverter.class)
    @Column(name = "due_at")
    private Instant dueAt;

    /** For what lasts whole days: dates, because they are the same in every time zone. */
    @CrmField
    @Column(name = "from_day")
    private LocalDate fromDay;

    @CrmField
    @Column(name = "to_day")
    private LocalDate toDay;

    /** The rule by which it comes back; this is then its next time. */
    @CrmField(kind = Kind.RECURRENCE)
    @Column(name = "recurrence", length = 1000)
    private String recurrence;

    /** Last day of the rule: a column of its own, so that an index finds the few activities that come back. */
    @CrmField(readOnly = true)
    @Column(name = "repeats_until")
    private LocalDate repeatsUntil;

    @CrmField(readOnly = true)
    @Convert(converter = InstantConverter.class)
    @Column(name = "done_at")
    private Instant doneAt;

    @CrmField(ref = "*", refType = "regardingType", listed = true, section = "about")
    @Column(name = "regarding_id")
    private Long regarding;

    @Column(name = "regarding_type", length = 60)
    private String regardingType;

    @CrmField(ref = "account", listed = true)
    @Column(name = "account_id")
    private Long account;

    @CrmField(ref = "contact")
    @Column(name = "contact_id")
    private Long contact;

    @CrmField(ref = "activity")
    @Column(name = "follow_up_of_id")
    private Long followUpOf;

    @CrmField
    @OneToMany(mappedBy = "activity", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<ActivityParticipant> participants = new ArrayList<>();

    @CrmField(section = "result")
    @Column(name = "result", length = 4000)
    private String result;

    /** Of an e-mail: plain addresses, parted by commas. */
    @CrmField(readOnly = true, section = "mail")
    @Column(name = "mail_to", length = 4000)
    private String mailTo;

    @CrmField(readOnly = true)
    @Column(name = "mail_cc", length = 4000)
    private String mailCc;

    @CrmField(readOnly = true)
    @Column(name = "mail_bcc", length = 4000)
    private String mailBcc;

    @CrmField(readOnly = true)
    @Column(name = "mail_from", length = 400)
    private String mailFrom;

    @CrmField(pickList = "mailState", readOnly = true)
    @Column(name = "mail_state", length = 40)
    private String mailState;

    /** What the server said when it did not take it, or took it only in part. */
    @CrmField(readOnly = true)
    @Column(name = "mail_reason", length = 1000)
    private String mailReason;

    @CrmField(readOnly = true)
    @Column(name = "mail_tries")
    private Integer mailTries;

    /** Its Message-ID, by which a report about it is known. */
    @CrmField(readOnly = true)
    @Column(name = "mail_key", length = 100)
    private String mailKey;

    /** The Message-ID of the e-mail that it answers. */
    @CrmField(readOnly = true)
    @Column(name = "mail_answers", length = 100)
    private String mailAnswers;

    /** Whether its state is of the phase open: a column of its own, so that an index serves the daily lists. */
    @CrmField(readOnly = true, section = "system")
    @Column(name = "is_open")
    private boolean open = true;

    /** On top of what is told about its customer. */
    @CrmField
    @Column(name = "is_pinned")
    private boolean pinned;
}
