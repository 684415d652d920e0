package org.salacrm.core.security;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.RecordHook;

/** Gives nothing, old or new, to somebody who has left; only what is taken back goes to whom it belonged before. */
@Component(service = RecordHook.class)
public final class NewOwnerHook implements RecordHook {
    private static final String OWNER = "owner";
    private static final Set<String> BACK = Set.of("undo", "unmerge");

    private final Directories directories;

    @Activate
    public NewOwnerHook(@Reference Directories directories) {
        this.directories = directories;
    }

    @Override
    public String entity() {
        return "*";
    }

    @Override
    public void before(Change change) {
        boolean given = change.kind() != Change.Kind.DELETE && change.changed(OWNER) && change.chosen(OWNER);
        if (given && !BACK.contains(change.cause())) {
            change.value(OWNER).ifPresent(user -> directories.current().takes((Long) user));
        }
    }
}
