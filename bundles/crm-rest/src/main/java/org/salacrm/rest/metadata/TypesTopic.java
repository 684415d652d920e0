package org.salacrm.rest.metadata;

import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.security.Callers;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Answers.Tagged;
import org.salacrm.rest.Starting;
import org.salacrm.rest.Topic;

/** What is known of each kind of record. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class TypesTopic implements Topic {
    private final EntityTypes types;
    private final TypeShapes shapes;
    private final Callers callers;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile FieldsTopic fields;

    @Activate
    public TypesTopic(@Reference EntityTypes types, @Reference TypeShapes shapes, @Reference Callers callers) {
        this.types = types;
        this.shapes = shapes;
        this.callers = callers;
    }

    /** The same with own fields, for use without a framework. */
    public TypesTopic adding(FieldsTopic own) {
        this.fields = own;
        return this;
    }

    @Override
    public String name() {
        return "types";
    }

    @GET
    @Path("{entity}")
    public Response type(@PathParam("entity") String entity, @HeaderParam("If-None-Match") String known) {
        return Answers.tagged(Tagged.of(shapes.of(types.get(entity), callers.current())), known);
    }

    @Path("{entity}/fields")
    public FieldsTopic fields() {
        FieldsTopic now = fields;
        if (now == null) {
            throw Starting.known(Set.of("fields"), "fields");
        }
        return now;
    }
}
