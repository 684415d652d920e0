package org.salacrm.rest.health;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.salacrm.api.health.HealthCheck;
import org.salacrm.api.query.Queries;
import org.salacrm.api.record.Records;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;

/** Tells a load balancer whether the process lives and whether it can serve. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("sala-health")
@HttpWhiteboardServletPattern("/health/*")
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Neighbours neighbours;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile List<HealthCheck> checks = List.of();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile Queries queries;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile Records records;

    @Activate
    public HealthServlet(@Reference Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** For use without a framework. */
    public HealthServlet(Neighbours neighbours, List<HealthCheck> checks, Queries queries, Records records) {
        this(neighbours);
        this.checks = List.copyOf(checks);
        this.queries = queries;
        this.records = records;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        if (!neighbours.welcome(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (path.equals("/live")) {
            answer(response, Map.of(), Map.of());
        } else if (path.equals("/ready")) {
            Map<String, String> troubles = troubles();
            answer(response, troubles, warnings());
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private Map<String, String> troubles() {
        Map<String, String> troubles = new LinkedHashMap<>();
        if (queries == null || records == null) {
            troubles.put("core", "not started");
        }
        for (HealthCheck check : checks) {
            check.trouble().ifPresent(trouble -> troubles.put(check.name(), trouble));
        }
        return troubles;
    }

    private Map<String, String> warnings() {
        Map<String, String> warnings = new LinkedHashMap<>();
        for (HealthCheck check : checks) {
            check.warning().ifPresent(warning -> warnings.put(check.name(), warning));
        }
        return warnings;
    }

    private static void answer(HttpServletResponse response, Map<String, String> troubles, Map<String, String> warnings)
            throws IOException {
        boolean well = troubles.isEmpty();
        response.setStatus(well ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.getOutputStream()
                .write(Json.bytes(new Shape()
                        .with("status", well ? "up" : "down")
                        .some("troubles", troubles)
                        .some("warnings", warnings)));
    }
}
