package org.salacrm.core.session;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.event.Live;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.RecordHook;
import org.salacrm.core.store.Tx;

/** Ends the sessions of a user who is put out of use, and tells his open browsers. */
@Component(service = {RecordHook.class, SessionsOfUsers.class})
public class SessionsOfUsers implements RecordHook {
    private final Tx tx;
    private final StoredSessions sessions;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Live> live;

    @Activate
    public SessionsOfUsers(@Reference Tx tx, @Reference StoredSessions sessions) {
        this(tx, sessions, List.of());
    }

    SessionsOfUsers(Tx tx, StoredSessions sessions, List<Live> live) {
        this.tx = tx;
        this.sessions = sessions;
        this.live = live;
    }

    @Override
    public String entity() {
        return "user";
    }

    @Override
    public void after(Change change) {
        if (change.changed("active")
                && change.value("active").filter(Boolean.TRUE::equals).isEmpty()) {
            end(change.id());
        }
    }

    /** To be called in a transaction; they end with its commit. */
    void end(long user) {
        sessions.endAll(user);
        tx.afterCommit(() -> live.forEach(l -> l.tell(new Live.Message("session", user, Map.of("ended", true)))));
    }
}
