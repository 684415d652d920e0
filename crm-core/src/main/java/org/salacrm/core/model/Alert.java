package org.salacrm.core.model;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;
import org.salacrm.api.model.InstantConverter;

/** A message to one user about something that happened or is due. */
@Entity
@Table(name = "core_alert")
@CrmEntity(name = "alert", title = "message", icon = "bell")
public class Alert extends CrmRecord {

    @CrmField(ref = "user", required = true, section = "general")
    @Column(name = "user_id")
    private Long user;

    @CrmField(pickList = "alertKind", required = true, listed = true)
    @Column(name = "kind", length = 40)
    private String kind = "activity";

    @CrmField(required = true, listed = true)
    @Column(name = "message", length = 500)
    private String message;

    @CrmField(ref = "*", refType = "recordType", listed = true)
    @Column(name = "record_id")
    private Long record;

    @Column(name = "record_type", length = 60)
    private String recordType;

    @CrmField(listed = true)
    @Convert(converter = InstantConverter.class)
    @Column(name = "read_at")
    private Instant readAt;
}
