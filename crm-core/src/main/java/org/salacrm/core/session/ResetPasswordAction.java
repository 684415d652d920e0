package org.salacrm.core.session;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.action.Action;
import org.salacrm.api.action.ActionInput;
import org.salacrm.api.action.ActionResult;
import org.salacrm.api.query.Filter;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.record.Traces;
import org.salacrm.core.security.Directories;
import org.salacrm.core.security.Directory.Person;

/**
 * Gives a user a random password, which the administrator tells him and which he changes at his first sign-in: for new
 * users and for those who forgot theirs. His sessions end, and his history tells of it.
 */
@Component
public class ResetPasswordAction implements Action {
    private final Callers callers;
    private final Directories directories;
    private final Passwords passwords;
    private final SessionsOfUsers sessions;
    private final Traces traces;

    @Activate
    public ResetPasswordAction(
            @Reference Callers callers,
            @Reference Directories directories,
            @Reference Passwords passwords,
            @Reference SessionsOfUsers sessions,
            @Reference Traces traces) {
        this.callers = callers;
        this.directories = directories;
        this.passwords = passwords;
        this.sessions = sessions;
        this.traces = traces;
    }

    @Override
    public String entity() {
        return "user";
    }

    @Override
    public String id() {
        return "reset-password";
    }

    @Override
    public Filter when() {
        return Filter.eq("active", true);
    }

    @Override
    public ActionResult run(ActionInput input) {
        if (!callers.current().mayEverything()) {
            throw new ForbiddenException(entity(), id());
        }
        Person user = directories
                .current()
                .person(input.id())
                .orElseThrow(() -> new AbsentRecordException(entity(), input.id()));
        String password = passwords.generate(user.id());
        sessions.end(user.id());
        traces.done(entity(), user.id(), id());
        return new ActionResult(
                "user.reset-password.done",
                Map.of("login", user.login(), "password", password),
                Optional.empty(),
                true);
    }
}
