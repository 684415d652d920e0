package org.salacrm.core.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.Erasure;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.query.Query;

/** Says of all records that name a person what becomes of them. Thread-safe. */
@Component(service = Fates.class)
public final class Fates {
    private final EntityTypes types;
    private final Registry registry;

    @Activate
    public Fates(@Reference EntityTypes types, @Reference Registry registry) {
        this.types = types;
        this.registry = registry;
    }

    /** @param records finds them, with all that users see of them */
    record Fate(Query records, Optional<Erasure> erasure) {
        String way() {
            return erasure.map(Erasure::way).orElse(Erasure.KEEP);
        }
    }

    /** The person himself comes last: until then all that names him is found by him. Parts go with their records. */
    List<Fate> of(String entity, long id) {
        List<Fate> fates = new ArrayList<>();
        for (Query records : new KnownOf(types).records(entity, id)) {
            if (!types.get(records.entity()).isPart()) {
                fates.add(0, new Fate(records, erasure(records.entity())));
            }
        }
        return fates;
    }

    private Optional<Erasure> erasure(String entity) {
        return registry.all(Erasure.class).stream()
                .filter(one -> one.entity().equals(entity))
                .findFirst();
    }
}
