package org.salacrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmPart;

/** A page on the web that tells something about an account. */
@Entity
@Table(name = "core_account_link")
@CrmEntity(name = "accountLink", title = "url")
public class AccountLink extends CrmPart {

    @ManyToOne
    @JoinColumn(name = "account_id", nullable = false)
    private Account account;

    @CrmField(listed = true)
    @Column(name = "title", length = 120)
    private String title;

    @CrmField(kind = Kind.URL, required = true, listed = true)
    @Column(name = "url", length = 500)
    private String url;
}
