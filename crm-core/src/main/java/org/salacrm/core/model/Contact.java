package org.salacrm.core.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/** A person we deal with, mostly at an account. */
@Entity
@Table(name = "core_contact")
@CrmEntity(
        name = "contact",
        search = {"name", "mobile", "email", "phone", "lineId", "account"},
        icon = "address-book",
        activities = true,
        imports = true,
        custom = true,
        quick = {"name", "account", "position", "mobile", "email"})
public class Contact extends CrmRecord {

    @CrmField(required = true, listed = true, section = "general")
    @Column(name = "name", length = 200)
    private String name;

    @CrmField(sortKeyOf = "name")
    @Column(name = "name_key", length = 250)
    private String nameKey;

    @CrmField(pickList = "salutation")
    @Column(name = "salutation", length = 40)
    private String salutation;

    @CrmField
    @Column(name = "first_name", length = 100)
    private String firstName;

    @CrmField
    @Column(name = "last_name", length = 100)
    private String lastName;

    @CrmField
    @Column(name = "nickname", length = 60)
    private String nickname;

    @CrmField(ref = "account", listed = true)
    @Column(name = "account_id")
    private Long account;

    @CrmField(listed = true)
    @Column(name = "position", length = 120)
    private String position;

    @CrmField
    @Column(name = "department", length = 120)
    private String department;

    @CrmField(pickList = "contactRole", listed = true)
    @Column(name = "role", length = 40)
    private String role;

    @CrmField
    @Column(name = "birthday")
    private LocalDate birthday;

    @CrmField
    @Column(name = "active")
    private boolean active = true;

    @CrmField(kind = Kind.PHONE, listed = true, section = "contact")
    @Column(name = "mobile", length = 60)
    private String mobile;

    @CrmField(kind = Kind.PHONE)
    @Column(name = "phone", length = 60)
    private String phone;

    @CrmField(kind = Kind.PHONE)
    @Column(name = "fax", length = 60)
    private String fax;

    @CrmField(kind = Kind.EMAIL, listed = true)
    @Column(name = "email", length = 120)
    private String email;

    @CrmField(kind = Kind.LINE)
    @Column(name = "line_id", length = 60)
    private String lineId;

    @CrmField(pickList = "contactMethod")
    @Column(name = "preferred_contact", length = 40)
    private String preferredContact;

    @CrmField(pickList = "language")
    @Column(name = "language", length = 40)
    private String language;

    @CrmField(section = "address")
    @OneToMany(mappedBy = "contact", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<ContactAddress> addresses = new ArrayList<>();

    @CrmField(section = "more")
    @Column(name = "remark", length = 4000)
    private String remark;
}
