package org.salacrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/** A company that we compete with for deals. */
@Entity
@Table(name = "core_competitor")
@CrmEntity(
        name = "competitor",
        icon = "swords",
        imports = true,
        custom = true,
        common = true,
        quick = {"name", "website"})
public class Competitor extends CrmRecord {

    @CrmField(required = true, unique = true, listed = true, section = "general")
    @Column(name = "name", length = 200)
    private String name;

    @CrmField(sortKeyOf = "name")
    @Column(name = "name_key", length = 250)
    private String nameKey;

    @CrmField(kind = Kind.URL, listed = true)
    @Column(name = "website", length = 300)
    private String website;

    @CrmField
    @Column(name = "products", length = 2000)
    private String products;

    @CrmField(listed = true)
    @Column(name = "active")
    private boolean active = true;

    @CrmField(section = "swot")
    @Column(name = "strengths", length = 4000)
    private String strengths;

    @CrmField
    @Column(name = "weaknesses", length = 4000)
    private String weaknesses;

    @CrmField(section = "more")
    @Column(name = "remark", length = 4000)
    private String remark;
}
