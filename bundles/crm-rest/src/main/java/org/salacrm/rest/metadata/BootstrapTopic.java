package org.salacrm.rest.metadata;

import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.module.CrmModule;
import org.salacrm.api.module.Modules;
import org.salacrm.api.query.Queries;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Rights;
import org.salacrm.api.security.Sessions.Session;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Answers.Tagged;
import org.salacrm.rest.Call;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.session.Company;
import org.salacrm.rest.session.OwnSettings;

/** The first answer after signing in: who one is, how it looks, what there is. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class BootstrapTopic implements Topic {
    private static final String USER = "user";
    private static final String ENGLISH = "nameEn";

    private final EntityTypes types;
    private final Registry registry;
    private final PickLists pickLists;
    private final Rights rights;
    private final Menus menus;
    private final Company company;
    private final OwnSettings settings;
    private final Queries queries;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<CrmModule> active = List.of();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Modules modules;

    @Activate
    public BootstrapTopic(
            @Reference EntityTypes types,
            @Reference Registry registry,
            @Reference PickLists pickLists,
            @Reference Rights rights,
            @Reference Menus menus,
            @Reference Company company,
            @Reference OwnSettings settings,
            @Reference Queries queries) {
        this.types = types;
        this.registry = registry;
        this.pickLists = pickLists;
        this.rights = rights;
        this.menus = menus;
        this.company = company;
        this.settings = settings;
        this.queries = queries;
    }

    /** The same knowing modules, for use without a framework. */
    public BootstrapTopic knowing(List<CrmModule> activeModules, Modules installed) {
        this.active = List.copyOf(activeModules);
        this.modules = installed;
        return this;
    }

    @Override
    public String name() {
        return "bootstrap";
    }

    @GET
    public Response bootstrap(@Context HttpServletRequest request, @HeaderParam("If-None-Match") String known) {
        return Answers.tagged(Tagged.of(shape(Call.of(request).session())), known);
    }

    private Shape shape(Session session) {
        Caller caller = session.caller();
        return new Shape()
                .with("version", version())
                .with("user", user(session))
                .with("settings", settings.of(session))
                .with("company", company.shape())
                .with("modules", installed())
                .with("menus", menus.shapes(caller))
                .with("entities", menus.entities(caller))
                .with("csrf", session.csrf());
    }

    /** Changes whenever anything of the metadata does. */
    private String version() {
        return types.version() + "." + registry.version() + "." + pickLists.version();
    }

    private Shape user(Session session) {
        Caller caller = session.caller();
        return new Shape()
                .id("id", caller.user())
                .with("login", caller.login())
                .with("name", session.name())
                .some("nameEn", englishName(caller))
                .with(
                        "teams",
                        caller.teams().stream().sorted().map(String::valueOf).toList())
                .with("admin", caller.mayEverything())
                .with("permissions", permissions(caller));
    }

    private Optional<Object> englishName(Caller caller) {
        return types.find(USER)
                .filter(type -> type.field(ENGLISH).isPresent())
                .flatMap(type -> queries.one(USER, caller.user(), List.of(ENGLISH)))
                .flatMap(row -> Optional.ofNullable(row.values().get(0)));
    }

    private List<String> permissions(Caller caller) {
        return active.stream()
                .flatMap(module -> module.permissions().stream())
                .distinct()
                .filter(permission -> rights.permitted(caller, permission))
                .sorted()
                .toList();
    }

    private List<Shape> installed() {
        Modules known = modules;
        return known == null
                ? List.of()
                : known.all().stream()
                        .filter(m -> m.state() == Modules.State.INSTALLED || m.state() == Modules.State.UPGRADABLE)
                        .map(m -> new Shape()
                                .with("id", m.id())
                                .with("version", m.version())
                                .with("label", m.label()))
                        .toList();
    }
}
