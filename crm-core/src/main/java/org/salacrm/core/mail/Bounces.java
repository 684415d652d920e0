package org.salacrm.core.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.mail.Post;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.Records;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.core.record.Writes;
import org.salacrm.core.store.Rounds;

/** Looks now and then for letters that came back. What several nodes find at once is written down the same. */
@Component(service = Bounces.class, immediate = true)
public class Bounces {
    private static final int SECONDS = 20;
    private static final int REASON = 1000;

    private final StoredMailSettings settings;
    private final Post post;
    private final Queries queries;
    private final Writes writes;
    private final Callers callers;
    private final Rounds rounds;

    @Activate
    public Bounces(
            @Reference StoredMailSettings settings,
            @Reference Post post,
            @Reference Queries queries,
            @Reference Writes writes,
            @Reference Callers callers) {
        this.settings = settings;
        this.post = post;
        this.queries = queries;
        this.writes = writes;
        this.callers = callers;
        this.rounds = new Rounds("Bounces").every(SECONDS, SECONDS, this::look);
    }

    @Deactivate
    public void stop() {
        rounds.close();
    }

    private void look() {
        callers.as(Caller.system("mail"), () -> {
            settings.mailbox().ifPresent(server -> post.bounces(server, settings.folder(), this::mark));
            return null;
        });
    }

    private void mark(Post.Bounce bounce) {
        List<Row> rows = queries.page(Query.of("activity", "mailState").where(Filter.eq("mailKey", bounce.key())))
                .rows();
        for (Row row : rows) {
            Map<String, Object> set = new HashMap<>();
            set.put("mailState", "bounced");
            set.put(
                    "mailReason",
                    bounce.reason()
                            .substring(0, Math.min(REASON, bounce.reason().length())));
            writes.because("delivery", () -> writes.update("activity", row.id(), Records.ANY_VERSION, Map.of(), set));
        }
    }
}
