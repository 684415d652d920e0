package org.salacrm.core.model;

import javax.persistence.Entity;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;

/** One of the places where an account is reached. */
@Entity
@Table(name = "core_account_address")
@CrmEntity(name = "accountAddress")
public class AccountAddress extends Address {

    @ManyToOne
    @JoinColumn(name = "account_id", nullable = false)
    private Account account;
}
