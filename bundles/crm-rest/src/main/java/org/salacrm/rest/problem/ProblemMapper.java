package org.salacrm.rest.problem;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.salacrm.rest.Call;

/** Lets CXF answer what a topic throws as the rest of the interface does. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
    private final Problems problems;

    @Context
    private HttpServletRequest request;

    public ProblemMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        Call call = Call.of(request);
        call.failed(thrown);
        if (Leaver.left(thrown)) {
            return Response.status(Leaver.STATUS).build();
        }
        Problem problem = problems.of(thrown, call.language());
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type("application/problem+json")
                .header("Cache-Control", "no-store")
                .entity(problems.body(problem, call.id()));
        problem.retryAfter().ifPresent(after -> answer.header("Retry-After", Problems.seconds(after)));
        return answer.build();
    }
}
