package org.salacrm.core.model;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/** A product or service the company sells. */
@Entity
@Table(name = "core_product")
@CrmEntity(
        name = "product",
        search = {"name", "code", "nameEn"},
        icon = "package",
        imports = true,
        custom = true,
        common = true,
        quick = {"code", "name", "productGroup", "unit", "standardPrice"})
public class Product extends CrmRecord {

    @CrmField(unique = true, listed = true, section = "general")
    @Column(name = "code", length = 40)
    private String code;

    @CrmField(required = true, listed = true)
    @Column(name = "name", length = 200)
    private String name;

    @CrmField(sortKeyOf = "name")
    @Column(name = "name_key", length = 250)
    private String nameKey;

    @CrmField
    @Column(name = "name_en", length = 200)
    private String nameEn;

    @CrmField(pickList = "productType", required = true, listed = true)
    @Column(name = "type", length = 40)
    private String type = "goods";

    @CrmField(ref = "productGroup", listed = true)
    @Column(name = "product_group_id")
    private Long productGroup;

    @CrmField(ref = "unit", listed = true)
    @Column(name = "unit_id")
    private Long unit;

    @CrmField(kind = Kind.MONEY, listed = true, min = "0")
    @Column(name = "standard_price", precision = 19, scale = 2)
    private BigDecimal standardPrice;

    @CrmField(listed = true)
    @Column(name = "active")
    private boolean active = true;

    @CrmField(section = "more")
    @Column(name = "description", length = 4000)
    private String description;
}
