package org.salacrm.rest.record;

import javax.ws.rs.GET;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Verb;
import org.salacrm.rest.Answers;
import org.salacrm.rest.json.Shape;

/** What the caller may do with this one record, so that nothing is offered that would be refused. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public final class AccessPart implements RecordPart {
    private final Rights rights;
    private final Callers callers;

    @Activate
    public AccessPart(@Reference Rights rights, @Reference Callers callers) {
        this.rights = rights;
        this.callers = callers;
    }

    @Override
    public String name() {
        return "access";
    }

    @GET
    public Response access(@PathParam("entity") String entity, @PathParam("id") String record) {
        long id = Wire.id(entity, record);
        Caller caller = callers.current();
        if (!rights.allowed(caller, entity, id, Verb.READ)) {
            throw new AbsentRecordException(entity, id);
        }
        Shape access = new Shape();
        Verb.STANDARD.forEach(verb -> access.with(verb, rights.allowed(caller, entity, id, verb)));
        return Answers.json(access);
    }
}
