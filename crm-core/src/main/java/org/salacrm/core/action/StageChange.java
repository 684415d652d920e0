package org.salacrm.core.action;

import java.math.BigDecimal;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;
import org.salacrm.api.model.InstantConverter;

/** A step of any record from one state of its life cycle to the next, kept for ever so that reports can count it. */
@Entity
@Table(name = "core_stage_change")
@CrmEntity(name = "stageChange", title = "toState", icon = "arrows-right")
public class StageChange extends CrmRecord {

    @CrmField(ref = "*", refType = "subjectType", readOnly = true, listed = true)
    @Column(name = "record_id", nullable = false)
    private Long subject;

    @CrmField(readOnly = true)
    @Column(name = "entity", length = 60, nullable = false)
    private String subjectType;

    @CrmField(ref = "account", readOnly = true, listed = true)
    @Column(name = "account_id")
    private Long account;

    @CrmField(readOnly = true)
    @Column(name = "state_field", length = 60, nullable = false)
    private String stateField;

    /** Empty for the beginning of a record. */
    @CrmField(readOnly = true, listed = true)
    @Column(name = "from_state", length = 60)
    private String fromState;

    @CrmField(readOnly = true, listed = true)
    @Column(name = "to_state", length = 60, nullable = false)
    private String toState;

    @CrmField(readOnly = true, listed = true)
    @Convert(converter = InstantConverter.class)
    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @CrmField(ref = "user", readOnly = true, listed = true)
    @Column(name = "changed_by_id")
    private Long changedBy;

    @CrmField(kind = Kind.PERCENT, readOnly = true)
    @Column(name = "from_percent", precision = 7, scale = 4)
    private BigDecimal fromPercent;

    @CrmField(kind = Kind.PERCENT, readOnly = true)
    @Column(name = "to_percent", precision = 7, scale = 4)
    private BigDecimal toPercent;

    /** The percentage went down within the same phase: a deal that is lost was not downgraded. */
    @CrmField(readOnly = true)
    @Column(name = "downgraded", nullable = false)
    private boolean downgraded;

    /** What the record was worth then. */
    @CrmField(kind = Kind.MONEY, readOnly = true)
    @Column(name = "amount", precision = 19, scale = 2)
    private BigDecimal amount;

    /** Days in the state before. */
    @CrmField(readOnly = true)
    @Column(name = "days", precision = 12, scale = 4)
    private BigDecimal days;
}
