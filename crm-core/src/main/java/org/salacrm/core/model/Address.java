package org.salacrm.core.model;

import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.model.CrmField;

/** A place where somebody is reached, and what for. */
@MappedSuperclass
public abstract class Address extends Place {

    @CrmField(pickList = "addressKind", listed = true)
    @Column(name = "kind", length = 40)
    private String kind = "main";

    @CrmField(kind = Kind.URL)
    @Column(name = "map_link", length = 500)
    private String mapLink;

    @CrmField(kind = Kind.PICTURE)
    @Column(name = "map_picture", length = 20)
    private String mapPicture;
}
