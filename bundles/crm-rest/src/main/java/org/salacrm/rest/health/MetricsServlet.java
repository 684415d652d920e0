package org.salacrm.rest.health;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import org.salacrm.api.health.Gauges;
import org.salacrm.rest.health.Meter.Line;
import org.salacrm.rest.health.Meter.Route;

/** The figures of this node in the text format of Prometheus. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("sala-metrics")
@HttpWhiteboardServletPattern("/metrics")
public final class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Neighbours neighbours;
    private final transient Meter meter;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile List<Gauges> gauges = List.of();

    @Activate
    public MetricsServlet(@Reference Neighbours neighbours, @Reference Meter meter) {
        this.neighbours = neighbours;
        this.meter = meter;
    }

    /** For use without a framework. */
    public MetricsServlet(Neighbours neighbours, Meter meter, List<Gauges> gauges) {
        this(neighbours, meter);
        this.gauges = List.copyOf(gauges);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!neighbours.welcome(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        StringBuilder text = new StringBuilder(8192);
        requests(text);
        machine(text);
        Map<String, Number> others = new TreeMap<>();
        gauges.forEach(each -> others.putAll(each.read()));
        others.forEach((name, value) -> line(text, name, value));
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void requests(StringBuilder text) {
        text.append("# TYPE sala_http_requests_total counter\n");
        meter.lines().forEach((route, line) -> line(text, "sala_http_requests_total" + labels(route, ""), line.count));
        text.append("# TYPE sala_http_seconds histogram\n");
        meter.lines().forEach((route, line) -> histogram(text, route, line));
    }

    private static void histogram(StringBuilder text, Route route, Line line) {
        long sum = 0;
        for (int i = 0; i < Meter.CLASSES.length; i++) {
            sum += line.classes[i].sum();
            line(text, "sala_http_seconds_bucket" + labels(route, ",le=\"" + Meter.CLASSES[i] + "\""), sum);
        }
        line(text, "sala_http_seconds_bucket" + labels(route, ",le=\"+Inf\""), line.count);
        line(text, "sala_http_seconds_sum" + labels(route, ""), line.nanos.sum() / 1e9);
        line(text, "sala_http_seconds_count" + labels(route, ""), line.count);
    }

    private static String labels(Route route, String more) {
        return "{method=\"" + safe(route.method()) + "\",route=\"" + safe(route.address()) + "\",status=\""
                + route.status() + "\"" + more + "}";
    }

    private static String safe(String label) {
        return label.replaceAll("[^\\w/{}.-]", "_");
    }

    private static void machine(StringBuilder text) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        line(text, "jvm_memory_used_bytes{area=\"heap\"}", heap.getUsed());
        line(text, "jvm_memory_committed_bytes{area=\"heap\"}", heap.getCommitted());
        line(text, "jvm_memory_max_bytes{area=\"heap\"}", heap.getMax());
        line(
                text,
                "jvm_memory_used_bytes{area=\"nonheap\"}",
                ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed());
        line(text, "jvm_threads_current", ManagementFactory.getThreadMXBean().getThreadCount());
        line(
                text,
                "process_uptime_seconds",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
        long collections = 0;
        long millis = 0;
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            collections += Math.max(0, collector.getCollectionCount());
            millis += Math.max(0, collector.getCollectionTime());
        }
        line(text, "jvm_gc_collections_total", collections);
        line(text, "jvm_gc_seconds_total", millis / 1e3);
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append(name).append(' ').append(value).append('\n');
    }
}
