package org.salacrm.api.model;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Id;
import javax.persistence.MappedSuperclass;
import javax.persistence.Version;

/** What every record of the CRM carries: its id, its version, who is responsible for it and who made and changed it. */
@MappedSuperclass
public abstract class CrmRecord {

    @Id
    @Column(name = "id")
    private Long id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @CrmField(ref = "user", section = "system")
    @Column(name = "owner_id")
    private Long owner;

    @CrmField(ref = "team")
    @Column(name = "team_id")
    private Long team;

    @CrmField(readOnly = true)
    @Convert(converter = InstantConverter.class)
    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @CrmField(ref = "user", readOnly = true)
    @Column(name = "created_by")
    private Long createdBy;

    @CrmField(readOnly = true)
    @Convert(converter = InstantConverter.class)
    @Column(name = "modified_at", nullable = false)
    private Instant modifiedAt;

    @CrmField(ref = "user", readOnly = true)
    @Column(name = "modified_by")
    private Long modifiedBy;

    /** Null until the record is created. */
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    /** Rises by one with every save, also when only a part or a custom field changed. */
    public int getVersion() {
        return version;
    }

    public Long getOwner() {
        return owner;
    }

    public void setOwner(Long owner) {
        this.owner = owner;
    }

    public Long getTeam() {
        return team;
    }

    public void setTeam(Long team) {
        this.team = team;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Long getCreatedBy() {
        return createdBy;
    }

    public Instant getModifiedAt() {
        return modifiedAt;
    }

    public Long getModifiedBy() {
        return modifiedBy;
    }

    /** Called by {@code Records} when the record is created. */
    public void created(Instant at, Long by) {
        this.createdAt = at;
        this.createdBy = by;
        modified(at, by);
    }

    /** Called by {@code Records} with every save. */
    public void modified(Instant at, Long by) {
        this.modifiedAt = at;
        this.modifiedBy = by;
    }
}
