package org.salacrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmPart;

/** Somebody who takes part in an activity, and his answer. */
@Entity
@Table(name = "core_activity_participant")
@CrmEntity(name = "activityParticipant")
public class ActivityParticipant extends CrmPart {

    @ManyToOne
    @JoinColumn(name = "activity_id", nullable = false)
    private Activity activity;

    @CrmField(ref = "user", listed = true)
    @Column(name = "user_id")
    private Long user;

    @CrmField(ref = "contact", listed = true)
    @Column(name = "contact_id")
    private Long contact;

    @CrmField(pickList = "answer", listed = true)
    @Column(name = "answer", length = 40)
    private String answer = "none";
}
