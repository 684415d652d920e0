package org.salacrm.rest.record;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.alert.Follows;
import org.salacrm.api.query.Queries;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.rest.Answers;
import org.salacrm.rest.json.Shape;

/** What the caller may do with this one record, so that nothing is offered that would be refused; if he follows it. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public final class AccessPart implements RecordPart {
    private final Queries queries;
    private final Rights rights;
    private final Callers callers;
    private final Follows follows;

    @Activate
    public AccessPart(
            @Reference Queries queries,
            @Reference Rights rights,
            @Reference Callers callers,
            @Reference Follows follows) {
        this.queries = queries;
        this.rights = rights;
        this.callers = callers;
        this.follows = follows;
    }

    @Override
    public String name() {
        return "access";
    }

    @GET
    public Response access(@PathParam("entity") String entity, @PathParam("id") String record) {
        long id = Wire.id(entity, record);
        queries.one(entity, id, List.of()).orElseThrow(() -> new AbsentRecordException(entity, id));
        Caller caller = callers.current();
        Shape access = new Shape();
        Verb.STANDARD.forEach(verb -> access.with(verb, rights.allowed(caller, entity, id, verb)));
        return Answers.json(access.with("follows", follows.has(entity, id)));
    }
}
