package org.salacrm.rest.health;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.salacrm.rest.Call;
import org.salacrm.rest.problem.Leaver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts requests and how long they took, and writes a line for those that failed or were slow. */
@Component(service = Meter.class)
public final class Meter {
    /** Upper ends of the latency classes, in seconds. */
    static final double[] CLASSES = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private static final Logger LOG = LoggerFactory.getLogger(Meter.class);
    private static final int MAX_ROUTES = 500;

    private final Map<Route, Line> lines = new ConcurrentHashMap<>();
    private final double slowSeconds;

    /** What can be set in etc/org.salacrm.rest.cfg. */
    @interface Config {
        /** Requests that take longer are logged. */
        long slow_millis() default 1000;
    }

    @Activate
    public Meter(Config config) {
        this(config.slow_millis());
    }

    /** For use without a framework. */
    public Meter(long slowMillis) {
        slowSeconds = slowMillis / 1e3;
    }

    record Route(String method, String address, int status) {}

    /** Figures of one kind of request with one status. */
    static final class Line {
        final LongAdder count = new LongAdder();
        final LongAdder nanos = new LongAdder();
        final LongAdder[] classes = new LongAdder[CLASSES.length];

        Line() {
            for (int i = 0; i < classes.length; i++) {
                classes[i] = new LongAdder();
            }
        }

        private void add(long took) {
            count.increment();
            nanos.add(took);
            double seconds = took / 1e9;
            for (int i = 0; i < CLASSES.length; i++) {
                if (seconds <= CLASSES[i]) {
                    classes[i].increment();
                    break;
                }
            }
        }
    }

    Map<Route, Line> lines() {
        return lines;
    }

    /** Takes note of a request that ended. */
    public void measured(HttpServletRequest request, HttpServletResponse response, long nanos) {
        boolean left = Call.of(request).failure().filter(Leaver::left).isPresent();
        int status = left ? Leaver.STATUS : response.getStatus();
        Route route = new Route(request.getMethod(), Addresses.kind(request, status), status);
        if (lines.size() < MAX_ROUTES || lines.containsKey(route)) {
            lines.computeIfAbsent(route, r -> new Line()).add(nanos);
        }
        double seconds = nanos / 1e9;
        if (left) {
            LOG.debug("{} {} was left before it was answered", request.getMethod(), Addresses.told(request));
        } else if (status >= 500 || seconds >= slowSeconds) {
            log(request, status, nanos / 1_000_000);
        }
    }

    private static void log(HttpServletRequest request, int status, long millis) {
        Call call = Call.of(request);
        String user = call.maybeSession().map(s -> s.caller().login()).orElse("-");
        Throwable thrown = call.failure().orElse(null);
        String line = "{} {} answered {} in {} ms, user {}, request {}";
        Object[] values = {request.getMethod(), Addresses.told(request), status, millis, user, call.id()};
        if (status == 500) {
            LOG.error(line, with(values, thrown));
        } else {
            LOG.warn(thrown == null ? line : line + ": {}", with(values, String.valueOf(thrown)));
        }
    }

    private static Object[] with(Object[] values, Object last) {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = last;
        return all;
    }
}
