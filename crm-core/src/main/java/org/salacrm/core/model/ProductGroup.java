package org.salacrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/** A group of goods or services that are counted and priced together. */
@Entity
@Table(name = "core_product_group")
@CrmEntity(
        name = "productGroup",
        search = {"name", "nameEn", "code"},
        icon = "category",
        common = true,
        imports = true,
        quick = {"code", "name"})
public class ProductGroup extends CrmRecord {

    @CrmField(unique = true, listed = true, section = "general")
    @Column(name = "code", length = 30)
    private String code;

    @CrmField(required = true, listed = true)
    @Column(name = "name", length = 120)
    private String name;

    @CrmField(sortKeyOf = "name")
    @Column(name = "name_key", length = 250)
    private String nameKey;

    @CrmField
    @Column(name = "name_en", length = 120)
    private String nameEn;

    @CrmField(ref = "productGroup", listed = true)
    @Column(name = "parent_id")
    private Long parent;

    @CrmField(listed = true)
    @Column(name = "active")
    private boolean active = true;
}
