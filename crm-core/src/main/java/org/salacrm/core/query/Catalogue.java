package org.salacrm.core.query;

import org.salacrm.api.entity.EntityTypes;

/** Everything worked out from one state of the metadata. */
record Catalogue(long version, Paths paths, Plans plans) {

    static Catalogue of(EntityTypes types) {
        return new Catalogue(types.version(), new Paths(types), new Plans());
    }
}
