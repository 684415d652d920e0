package org.salacrm.api.model;

import javax.persistence.Column;
import javax.persistence.Id;
import javax.persistence.MappedSuperclass;
import javax.persistence.Version;

/**
 * A piece of a record that has no life of its own: a line, an address, a contact's role. Rights, history and version
 * are its parent's. The subclass declares the parent as {@code @ManyToOne} and the parent a {@code mappedBy} list.
 */
@MappedSuperclass
public abstract class CrmPart {

    @Id
    @Column(name = "id")
    private Long id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    /** Place among its brothers, from 0; kept by {@code Records} in the order given. */
    @Column(name = "position", nullable = false)
    private int position;

    /** Null until the part is saved. */
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public int getVersion() {
        return version;
    }

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }
}
