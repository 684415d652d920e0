package org.salacrm.core.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;

/** What the post calls the area of a postcode, so that nobody types the rest of an address. */
@Entity
@Table(name = "core_postal_area")
@CrmEntity(
        name = "postalArea",
        title = "postcode",
        search = {"postcode", "subDistrict", "district", "province"},
        icon = "map-pin",
        common = true,
        imports = true)
public class PostalArea extends CrmRecord {

    @CrmField(kind = Kind.POSTCODE, required = true, listed = true, section = "general")
    @Column(name = "postcode", length = 10)
    private String postcode;

    /** Empty where only the district is known. */
    @CrmField(listed = true)
    @Column(name = "sub_district", length = 100)
    private String subDistrict;

    @CrmField(required = true, listed = true)
    @Column(name = "district", length = 100)
    private String district;

    @CrmField(required = true, listed = true)
    @Column(name = "province", length = 100)
    private String province;
}
