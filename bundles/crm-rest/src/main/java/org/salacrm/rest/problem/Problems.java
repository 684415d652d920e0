package org.salacrm.rest.problem;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.WebApplicationException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.action.UnknownActionException;
import org.salacrm.api.entity.UnknownEntityException;
import org.salacrm.api.module.Modules;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.QueryRangeException;
import org.salacrm.api.query.QueryTimeoutException;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.NoRoomException;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.SignInException;
import org.salacrm.rest.Call;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.record.RecordAnswers;

/** Says every refusal of the product to the caller: which status, which code, which sentences in his language. */
@Component(service = Problems.class)
public final class Problems {
    private static final long HARDLY_ANY_ROOM = 1 << 20;
    private static final int DEEPEST = 10;
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Sentences sentences;
    private final RecordAnswers answers;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Modules modules;

    @Activate
    public Problems(@Reference Sentences sentences, @Reference RecordAnswers answers) {
        this.sentences = sentences;
        this.answers = answers;
    }

    /** For use without a framework. */
    public Problems(Sentences sentences, RecordAnswers answers, Modules modules) {
        this(sentences, answers);
        this.modules = modules;
    }

    /** Answers a request with what was thrown, unless the answer is already on its way. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Throwable thrown) throws IOException {
        Call call = Call.of(request);
        call.failed(thrown);
        if (response.isCommitted() || Leaver.left(thrown)) {
            return;
        }
        Problem problem = of(thrown, call.language());
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setHeader("ETag", null);
        response.setHeader("Cache-Control", "no-store");
        problem.retryAfter().ifPresent(after -> response.setHeader("Retry-After", seconds(after)));
        byte[] body = body(problem, call.id());
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    public byte[] body(Problem problem, String requestId) {
        Shape shape = new Shape()
                .with("type", "urn:sala:" + problem.code())
                .with("title", problem.title())
                .with("status", problem.status())
                .some("detail", problem.detail())
                .with("code", problem.code())
                .with("requestId", requestId);
        shape.putAll(problem.more());
        return Json.bytes(shape);
    }

    public static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }

    /** The one table of what answers what. */
    public Problem of(Throwable thrown, String language) {
        if (thrown instanceof RefusedException e) {
            return with(problem(e.status(), e.code(), e.values(), language), e.more());
        } else if (thrown instanceof InvalidRecordException e) {
            return invalid(e, language);
        } else if (thrown instanceof StaleRecordException e) {
            return stale(e, language);
        } else if (thrown instanceof AbsentRecordException e) {
            return problem(404, "absent", Map.of("entity", label(e.entity(), language)), language);
        } else if (thrown instanceof UnknownEntityException e) {
            return unknown(e.entity(), language);
        } else if (thrown instanceof ForbiddenException e) {
            return forbidden(e, language);
        } else if (thrown instanceof UnknownActionException e) {
            return problem(404, "action.unknown", e.values(), language);
        } else if (thrown instanceof ConflictException e) {
            return conflict(e, language);
        } else if (thrown instanceof NoRoomException e) {
            return problem(503, "disk", Map.of(), language, e.retryAfter());
        } else if (thrown instanceof BusyException e) {
            return problem(503, "busy", Map.of(), language, e.retryAfter());
        } else if (thrown instanceof MalformedQueryException e) {
            return problem(400, "query.malformed", Map.of("reason", String.valueOf(e.getMessage())), language);
        } else if (thrown instanceof QueryRangeException) {
            return problem(422, "query.range", Map.of(), language);
        } else if (thrown instanceof QueryTimeoutException) {
            return problem(503, "query.timeout", Map.of(), language, Duration.ofSeconds(5));
        } else if (thrown instanceof SignInException e) {
            return signIn(e, language);
        } else if (thrown instanceof WebApplicationException e) {
            return web(e, language);
        }
        return inside(thrown, language);
    }

    /** CXF wraps, more than once, what streams throw while it reads a form. */
    private Problem inside(Throwable thrown, String language) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof RefusedException) {
                return of(cause, language);
            }
            if (cause instanceof IOException && isFull(cause)) {
                return of(new NoRoomException(cause), language);
            }
            cause = cause.getCause();
        }
        return problem(500, "internal", Map.of(), language);
    }

    /** Not every layer says why a file could not be written; what is left of a full disk may still take a little. */
    private static boolean isFull(Throwable trouble) {
        return String.valueOf(trouble.getMessage()).contains("No space left")
                || new File(System.getProperty("java.io.tmpdir")).getUsableSpace() < HARDLY_ANY_ROOM;
    }

    private Problem web(WebApplicationException e, String language) {
        if (e.getCause() != null && e.getCause() != e) {
            Problem cause = of(e.getCause(), language);
            if (cause.status() != 500) {
                return cause;
            }
        }
        int status = e.getResponse().getStatus();
        String code = "http." + status;
        return problem(status, sentences.has("problem." + code) ? code : "http.400", Map.of(), language);
    }

    private Problem invalid(InvalidRecordException e, String language) {
        List<Shape> errors = e.refusals().stream()
                .map(r -> new Shape()
                        .with("field", r.field())
                        .with("code", r.messageKey())
                        .with("message", sentences.format(language, r.messageKey(), r.values())))
                .toList();
        return with(problem(422, "invalid", Map.of(), language), Map.of("errors", errors));
    }

    private Problem stale(StaleRecordException e, String language) {
        Map<String, Object> more = new Shape().some("current", answers.find(e.entity(), e.id()));
        return with(problem(412, "stale", Map.of(), language), more);
    }

    private Problem unknown(String entity, String language) {
        Optional<Modules.Info> module = Optional.ofNullable(modules).flatMap(m -> m.bringing(entity));
        if (module.isEmpty()) {
            return problem(404, "entity.unknown", Map.of("entity", entity), language);
        }
        Map<String, ?> values = Map.of("module", module.get().label().in(language));
        return module.get().state().isIn()
                ? problem(503, "module.busy", values, language, SOON)
                : problem(404, "module.absent", values, language);
    }

    private Problem forbidden(ForbiddenException e, String language) {
        String entity = label(e.entity(), language);
        return problem(403, "forbidden", Map.of("verb", verb(e, language), "entity", entity), language);
    }

    /** An action of its own kind of record, or what can be done with every record. */
    private String verb(ForbiddenException e, String language) {
        return Stream.of(e.entity() + "." + e.verb() + ".label", "verb." + e.verb())
                .filter(sentences::has)
                .map(key -> sentences.text(key).in(language))
                .findFirst()
                .orElse(e.verb());
    }

    private Problem conflict(ConflictException e, String language) {
        String title = sentences.format(language, "problem.conflict", Map.of());
        String detail = sentences.format(language, e.messageKey(), e.values());
        return new Problem(409, e.messageKey(), title, detail, Map.of(), Optional.empty());
    }

    private Problem signIn(SignInException e, String language) {
        return e.retryAfter().isZero()
                ? problem(401, "signin.refused", Map.of(), language)
                : problem(
                        429, "signin.throttled", Map.of("seconds", seconds(e.retryAfter())), language, e.retryAfter());
    }

    private String label(String entity, String language) {
        String key = entity + ".label";
        return sentences.has(key) ? sentences.text(key).in(language) : entity;
    }

    public static Problem with(Problem problem, Map<String, Object> more) {
        return new Problem(
                problem.status(), problem.code(), problem.title(), problem.detail(), more, problem.retryAfter());
    }

    private Problem problem(int status, String code, Map<String, ?> values, String language) {
        String key = "problem." + code;
        String detail = sentences.has(key + ".detail") ? sentences.format(language, key + ".detail", values) : "";
        return new Problem(status, code, sentences.format(language, key, values), detail, Map.of(), Optional.empty());
    }

    private Problem problem(int status, String code, Map<String, ?> values, String language, Duration retryAfter) {
        Problem plain = problem(status, code, values, language);
        return new Problem(status, code, plain.title(), plain.detail(), Map.of(), Optional.of(retryAfter));
    }
}
