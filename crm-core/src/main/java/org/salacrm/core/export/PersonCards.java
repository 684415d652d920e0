package org.salacrm.core.export;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.Receiver;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.query.MalformedQueryException;

/** Knows which records are people and what their cards say. */
@Component(service = PersonCards.class)
public final class PersonCards {
    private final EntityTypes types;
    private final Registry registry;

    @Activate
    public PersonCards(@Reference EntityTypes types, @Reference Registry registry) {
        this.types = types;
        this.registry = registry;
    }

    CardPaths of(String entity) {
        return CardPaths.of(types, types.get(entity), registry.all(Receiver.class))
                .orElseThrow(() -> new MalformedQueryException("format", entity + " is no person"));
    }
}
