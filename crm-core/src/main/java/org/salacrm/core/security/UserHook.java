package org.salacrm.core.security;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.RecordHook;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/**
 * Keeps users in order: only an administrator makes them and decides what they may do, nobody is deleted, and an
 * administrator always remains.
 */
@Component
public class UserHook implements RecordHook {
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}._@+-]{2,60}");
    /** Fields that decide what a person may do. */
    private static final List<String> DECIDING = List.of("login", "active", "roles", "teams", "team", "owner");

    private static final Set<String> KNOWN_TO_ALL = Set.of("name", "language");

    private final Directories directories;
    private final Administrators administrators;

    @Activate
    public UserHook(@Reference Tx tx, @Reference Directories directories) {
        this.directories = directories;
        this.administrators = new Administrators(new Sql(tx));
    }

    @Override
    public String entity() {
        return "user";
    }

    @Override
    public void before(Change change) {
        switch (change.kind()) {
            case DELETE -> throw new InvalidRecordException("", "user.keep");
            case CREATE -> {
                if (!change.caller().mayEverything()) {
                    throw new ForbiddenException("user", "create");
                }
                change.set("owner", change.id());
            }
            case UPDATE -> onlyAdministratorsDecide(change);
        }
        if (change.changed("login")) {
            change.set("login", login(change));
        }
    }

    private static void onlyAdministratorsDecide(Change change) {
        if (!change.caller().mayEverything()) {
            DECIDING.stream().filter(change::changed).findFirst().ifPresent(field -> {
                throw new InvalidRecordException(field, "user.administrator");
            });
        }
    }

    private static String login(Change change) {
        String login =
                change.value("login").map(Object::toString).orElse("").strip().toLowerCase(Locale.ROOT);
        if (!LOGIN.matcher(login).matches()) {
            throw new InvalidRecordException("login", "user.login.form");
        }
        return login;
    }

    @Override
    public void after(Change change) {
        boolean felt = change.kind() != Change.Kind.UPDATE
                || change.changed().stream().anyMatch(f -> DECIDING.contains(f) || KNOWN_TO_ALL.contains(f));
        if (felt) {
            administrators.oneRemains(change.changed("active") ? "active" : "roles");
            directories.changed();
        }
    }
}
