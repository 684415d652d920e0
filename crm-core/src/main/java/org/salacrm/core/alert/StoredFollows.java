package org.salacrm.core.alert;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.alert.Follows;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.query.Queries;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.security.Callers;

/** Lets the caller follow what he may read. */
@Component
public class StoredFollows implements Follows {
    private final Followers followers;
    private final EntityTypes types;
    private final Queries queries;
    private final Callers callers;

    @Activate
    public StoredFollows(
            @Reference Followers followers,
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference Callers callers) {
        this.followers = followers;
        this.types = types;
        this.queries = queries;
        this.callers = callers;
    }

    @Override
    public boolean has(String entity, long id) {
        return followers.has(entity, id, callers.current().user());
    }

    @Override
    public void set(String entity, long id, boolean on) {
        boolean isRecord = types.find(entity)
                .filter(type -> !type.isPart())
                .map(EntityType::name)
                .flatMap(name -> queries.one(name, id, List.of()))
                .isPresent();
        if (!isRecord) {
            throw new AbsentRecordException(entity, id);
        }
        long user = callers.current().user();
        if (on) {
            followers.add(entity, id, user);
        } else {
            followers.remove(entity, id, user);
        }
    }
}
