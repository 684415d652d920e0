package org.salacrm.rest.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.servlet.AsyncContext;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.salacrm.api.event.Live;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.Sessions;
import org.salacrm.api.security.Sessions.Session;
import org.salacrm.rest.Call;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells open browsers at once what happened, over one line each that stays open. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("sala-events")
@HttpWhiteboardServletPattern("/api/events")
@HttpWhiteboardServletAsyncSupported
public final class EventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(EventsServlet.class);
    private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);
    private static final long BEAT_SECONDS = 20;

    private final transient EventGate gate;
    private final transient EventTexts texts;
    private final transient Sessions sessions;
    private final transient Callers callers;
    private final transient Latest latest = new Latest(System::nanoTime);
    private final transient Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final transient ScheduledExecutorService heart;
    private final transient Live.Listening listening;

    @Activate
    public EventsServlet(
            @Reference Live live,
            @Reference EventGate gate,
            @Reference EventTexts texts,
            @Reference Sessions sessions,
            @Reference Callers callers) {
        this.gate = gate;
        this.texts = texts;
        this.sessions = sessions;
        this.callers = callers;
        heart = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "sala-events");
            thread.setDaemon(true);
            return thread;
        });
        heart.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
        listening = live.listen(this::tell);
    }

    @Deactivate
    public void close() {
        listening.close();
        heart.shutdownNow();
        streams.forEach(EventStream::close);
    }

    /** Number of open lines. */
    public int open() {
        return streams.size();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Call call = Call.of(request);
        if (call == null || call.maybeSession().isEmpty()) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        Session session = call.session();
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        EventStream[] stream = new EventStream[1];
        stream[0] = new EventStream(async, session.token(), session.caller(), () -> streams.remove(stream[0]));
        streams.add(stream[0]);
        stream[0].send("retry: 3000\n\n".getBytes(StandardCharsets.UTF_8));
        if (latest.any(age(request), message -> gate.passes(message, session.caller()))) {
            stream[0].send(EventTexts.line("missed", "{}"));
        }
        stream[0].open();
    }

    /** How old what the page shows may be. */
    private static Duration age(HttpServletRequest request) {
        String millis = request.getParameter("age");
        return millis != null && millis.matches("\\d{1,12}")
                ? Duration.ofMillis(Long.parseLong(millis))
                : Duration.ZERO;
    }

    /** Runs on the teller's thread and therefore never waits for a browser. */
    private void tell(Live.Message message) {
        latest.add(message);
        Map<Long, Boolean> passes = new HashMap<>();
        for (EventStream stream : streams) {
            Caller caller = stream.caller();
            if (passes.computeIfAbsent(caller.user(), user -> gate.passes(message, caller))) {
                stream.send(texts.of(message, caller));
                if (ended(message, caller)) {
                    stream.close();
                }
            }
        }
    }

    private static boolean ended(Live.Message message, Caller caller) {
        return message.type().equals("session") && message.user() == caller.user();
    }

    /** Keeps the lines open, ends those whose session is over, and takes note of changed rights. */
    public void beat() {
        boolean away = false;
        for (EventStream stream : streams) {
            try {
                stream.send(BEAT);
                if (!away) {
                    look(stream);
                }
            } catch (BusyException e) {
                away = true; // each of the others would wait for the database as long, and in vain
                LOG.warn("Whether sessions still live could not be seen: {}", e.getMessage());
            } catch (RuntimeException e) { // outermost: a beat that fails must not be the last
                LOG.error("Whether a session still lives could not be seen", e);
            }
        }
    }

    private void look(EventStream stream) {
        Optional<Caller> caller =
                sessions.lives(stream.token()) ? callers.find(stream.caller().user()) : Optional.empty();
        if (caller.isPresent()) {
            stream.caller(caller.get());
        } else {
            stream.send(EventTexts.line("session", Json.text(new Shape().with("ended", true))));
            stream.close();
        }
    }
}
