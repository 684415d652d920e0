package org.salacrm.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.resource.ResourceManager;
import org.apache.cxf.resource.ResourceResolver;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.salacrm.rest.problem.ProblemMapper;
import org.salacrm.rest.problem.Problems;
import org.salacrm.rest.record.HotPath;

/**
 * The door to everything below {@code /api}: CXF serves each topic by a server of its own, so that one that comes or
 * goes never touches the others; the two most frequent requests go past CXF (docs/decisions/hot-path.md).
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("sala-api")
@HttpWhiteboardServletPattern("/api/*")
public final class ApiServlet extends CXFNonSpringServlet {
    private static final long serialVersionUID = 1L;

    /** Bytes of a heading of a form's part: room for the longest name of a file, in Thai with three bytes a letter. */
    private static final String PART_HEAD = "4096";

    private static final Set<String> TOPICS = Set.of(
            "session",
            "bootstrap",
            "settings",
            "preferences",
            "types",
            "pick-lists",
            "records",
            "files",
            "recycle-bin",
            "query",
            "search",
            "calendar-feeds",
            "imports",
            "jobs",
            "modules",
            "roles",
            "leavers",
            "openapi.json");

    private final transient Problems problems;
    private final transient HotPath hotPath;
    private final transient Map<Topic, Server> servers = new HashMap<>();
    private transient volatile List<Topic> served = List.of();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile List<Topic> topics = List.of();

    @Activate
    public ApiServlet(@Reference Problems problems, @Reference HotPath hotPath) {
        this.problems = problems;
        this.hotPath = hotPath;
    }

    /** For use without a framework. */
    public ApiServlet(Problems problems, HotPath hotPath, List<Topic> topics) {
        this(problems, hotPath);
        this.topics = List.copyOf(topics);
    }

    @Override
    protected void loadBus(ServletConfig config) {
        withLoaderOfCxf(() -> setBus(BusFactory.newInstance().createBus()));
        getBus().getExtension(ResourceManager.class).addResourceResolver(new SameLoader());
        follow();
    }

    @Override
    public void destroy() {
        synchronized (servers) {
            servers.values().forEach(Server::destroy);
            servers.clear();
            served = List.of();
        }
        super.destroy();
    }

    @Override
    public void service(ServletRequest servletRequest, ServletResponse servletResponse)
            throws ServletException, IOException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        if (Call.of(request) == null) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE); // nobody gets in without passing the gate
            return;
        }
        try {
            if (hotPath.takes(request)) {
                hotPath.answer(request, response);
                return;
            }
            if (served != topics) {
                follow();
            }
            seeThatServed(request);
            invoke(request, response); // not by verb: the servlet API knows no PATCH
        } catch (RuntimeException e) { // outermost: request
            problems.answer(request, response, e);
        }
    }

    private void seeThatServed(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        int end = path.indexOf('/', 1);
        String name = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
        if (served.stream().noneMatch(topic -> topic.name().equals(name))) {
            throw Starting.known(TOPICS, name);
        }
    }

    /** Starts servers for topics that came and ends those of topics that went; all others go on untouched. */
    private void follow() {
        synchronized (servers) {
            List<Topic> now = topics;
            servers.entrySet().removeIf(entry -> {
                boolean gone = !now.contains(entry.getKey());
                if (gone) {
                    entry.getValue().destroy();
                }
                return gone;
            });
            withLoaderOfCxf(() -> now.forEach(topic -> servers.computeIfAbsent(topic, this::serve)));
            served = now;
        }
    }

    private Server serve(Topic topic) {
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
        factory.setBus(getBus());
        factory.setAddress("/" + topic.name());
        factory.setServiceBean(topic);
        factory.setProvider(new ProblemMapper(problems));
        // What fails is answered by the mapper and logged once, with user and request, by the gate.
        FaultListener silent = (thrown, description, message) -> false;
        factory.setProperties(Map.of(
                FaultListener.class.getName(), silent, AttachmentDeserializer.ATTACHMENT_MAX_HEADER_SIZE, PART_HEAD));
        return factory.create();
    }

    /** CXF finds its own parts through the class loader of the thread, which is somebody else's here. */
    private static void withLoaderOfCxf(Runnable work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Bus.class.getClassLoader());
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Lets requests run with the class loader they come with. CXF asks for one with every request; unanswered, it looks
     * through all bundles for a file without a name, and throws and catches that there is none.
     */
    private static final class SameLoader implements ResourceResolver {

        @Override
        public <T> T resolve(String name, Class<T> type) {
            return name.isEmpty() && type == ClassLoader.class
                    ? type.cast(Thread.currentThread().getContextClassLoader())
                    : null;
        }

        @Override
        public InputStream getAsStream(String name) {
            return null;
        }
    }
}
