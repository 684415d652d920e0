package org.salacrm.rest.admin;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.job.Jobs;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Verb;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.record.Wire;

/** What somebody who leaves owns, and who gets it; for administrators. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class LeaversTopic implements Topic {
    private static final String USER = "user";
    private static final String MANAGER = "manager";

    private final Queries queries;
    private final EntityTypes types;
    private final Callers callers;
    private final Jobs jobs;

    @Activate
    public LeaversTopic(
            @Reference Queries queries,
            @Reference EntityTypes types,
            @Reference Callers callers,
            @Reference Jobs jobs) {
        this.queries = queries;
        this.types = types;
        this.callers = callers;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "leavers";
    }

    @GET
    @Path("{user}")
    public Response owned(@PathParam("user") String user) {
        long id = administered(user);
        List<Object> person = queries.one(USER, id, List.of("name", "active", MANAGER, "team.manager"))
                .map(Row::values)
                .orElseThrow(() -> new AbsentRecordException(USER, id));
        Optional<Ref> manager = person.subList(2, 4).stream()
                .flatMap(value -> value instanceof Ref ref && ref.id() != id ? Stream.of(ref) : Stream.empty())
                .findFirst();
        return Answers.json(new Shape()
                .id("id", id)
                .with("name", person.get(0))
                .with("active", person.get(1))
                .some(MANAGER, manager.map(ref -> new Shape().id("id", ref.id()).with("label", ref.label())))
                .with("owned", owned(id))
                .with("leads", leads(id)));
    }

    /** By kind of record, that of people left out: they own themselves. */
    private List<Shape> owned(long user) {
        List<Shape> owned = new ArrayList<>();
        for (EntityType type : types.all()) {
            if (!type.isPart() && !type.name().equals(USER) && !isTrace(type)) {
                Filter his = Filter.eq("owner", String.valueOf(user));
                long count = queries.count(type.name(), his);
                boolean opens = type.field("open").isPresent();
                if (count > 0) {
                    owned.add(new Shape()
                            .with("entity", type.name())
                            .with("count", count)
                            .some("open", opens ? queries.count(type.name(), his.and(Filter.eq("open", true))) : null));
                }
            }
        }
        return owned;
    }

    /** What the product wrote down by itself names him for ever. */
    private static boolean isTrace(EntityType type) {
        return type.fields().stream()
                .anyMatch(field -> field.ref().equals("*") && field.flags().readOnly());
    }

    /** The people, teams and territories he leads, for which somebody else has to be named. */
    private List<Shape> leads(long user) {
        List<Shape> leads = new ArrayList<>();
        for (EntityType type : types.all()) {
            Optional<FieldType> manager =
                    type.field(MANAGER).filter(field -> field.ref().equals(USER));
            if (manager.isPresent() && !type.isPart()) {
                long count = queries.count(type.name(), Filter.eq(MANAGER, String.valueOf(user)));
                if (count > 0) {
                    leads.add(new Shape().with("entity", type.name()).with("count", count));
                }
            }
        }
        return leads;
    }

    @POST
    @Path("{user}")
    public Response leave(@PathParam("user") String user, InputStream body) throws IOException {
        long id = administered(user);
        if (id == callers.current().user()) {
            throw new InvalidRecordException(USER, "leave.self");
        }
        Map<String, Object> rules =
                new LinkedHashMap<>(Json.object(Json.object(body).getOrDefault("rules", Map.of())));
        rules.replaceAll((entity, rule) -> Wire.values(Json.object(rule)));
        if (rules.values().stream().anyMatch(rule -> ((Map<?, ?>) rule).isEmpty())) {
            throw new InvalidRecordException("rules", "leave.rule");
        }
        return Answers.job(jobs.start("leave", Map.of(USER, Long.toString(id), "rules", rules)));
    }

    private long administered(String user) {
        if (!callers.current().mayEverything()) {
            throw new ForbiddenException(USER, Verb.UPDATE);
        }
        return Wire.id(USER, user);
    }
}
