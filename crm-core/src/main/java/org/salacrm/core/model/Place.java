package org.salacrm.core.model;

import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmPart;

/** Where something stands: the parts of a Thai postal address. */
@MappedSuperclass
public abstract class Place extends CrmPart {

    @CrmField(listed = true)
    @Column(name = "street", length = 300)
    private String street;

    @CrmField(listed = true)
    @Column(name = "sub_district", length = 100)
    private String subDistrict;

    @CrmField(listed = true)
    @Column(name = "district", length = 100)
    private String district;

    @CrmField(listed = true)
    @Column(name = "province", length = 100)
    private String province;

    @CrmField(kind = Kind.POSTCODE, listed = true)
    @Column(name = "postcode", length = 10)
    private String postcode;

    @CrmField
    @Column(name = "country", length = 60)
    private String country;
}
