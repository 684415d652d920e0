package org.salacrm.core.model;

import javax.persistence.Entity;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;

/** One of the places where a contact is reached. */
@Entity
@Table(name = "core_contact_address")
@CrmEntity(name = "contactAddress")
public class ContactAddress extends Address {

    @ManyToOne
    @JoinColumn(name = "contact_id", nullable = false)
    private Contact contact;
}
