package org.salacrm.core.privacy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.Receiver;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.privacy.PersonalData;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Rights;

/** Who may ask for all that is known of a person, and with which rights it is collected. Thread-safe. */
@Component(service = People.class)
public final class People {
    private final Registry registry;
    private final Queries queries;
    private final Rights rights;
    private final Callers callers;

    @Activate
    public People(
            @Reference Registry registry,
            @Reference Queries queries,
            @Reference Rights rights,
            @Reference Callers callers) {
        this.registry = registry;
        this.queries = queries;
        this.rights = rights;
        this.callers = callers;
    }

    boolean are(String entity) {
        return registry.all(Receiver.class).stream().anyMatch(one -> one.isPerson(entity));
    }

    /**
     * The product itself, with the name and language of whoever asks: what the law calls known does not end where his
     * rights do.
     *
     * @param cause why this is done
     */
    Caller permitted(String entity, long id, String cause) {
        if (!are(entity)) {
            throw new MalformedQueryException("entity", entity + " is no person");
        }
        Caller asked = callers.current();
        if (!rights.permitted(asked, PersonalData.PERMISSION)) {
            throw new ForbiddenException(entity, PersonalData.PERMISSION);
        }
        Optional<?> seen = queries.one(entity, id, List.of("id"));
        if (seen.isEmpty()) {
            throw new AbsentRecordException(entity, id);
        }
        return new Caller(asked.user(), asked.login(), asked.language(), Set.of(), Set.of(), Caller.Kind.SYSTEM, cause);
    }
}
