package org.salacrm.core.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.message.Messages;
import org.salacrm.api.query.Queries;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;

/** Why something was not done to one of many records, as it reads to the one who started it. */
@Component(service = RefusalWords.class)
public class RefusalWords {
    private final Queries queries;
    private final EntityTypes types;
    private final Messages messages;
    private final Callers callers;

    @Activate
    public RefusalWords(
            @Reference Queries queries,
            @Reference EntityTypes types,
            @Reference Messages messages,
            @Reference Callers callers) {
        this.queries = queries;
        this.types = types;
        this.messages = messages;
        this.callers = callers;
    }

    /** @param field empty where it is not about one */
    record Why(String key, Map<String, ?> values, String field) {
        private Why(String key) {
            this(key, Map.of(), "");
        }
    }

    /** Does work. @return why it was refused, empty when it was done */
    static Optional<Why> of(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (InvalidRecordException e) {
            InvalidRecordException.Refusal first = e.refusals().get(0);
            return Optional.of(new Why(first.messageKey(), first.values(), first.field()));
        } catch (ConflictException e) {
            return Optional.of(new Why(e.messageKey(), e.values(), ""));
        } catch (AbsentRecordException e) {
            return Optional.of(new Why("invalid.reference"));
        } catch (StaleRecordException e) {
            return Optional.of(new Why("conflict.stale"));
        } catch (ForbiddenException e) {
            return Optional.of(new Why("job.forbidden"));
        }
    }

    /** Id, label of the record, message. @param entity what else can be undone has none */
    Map<String, Object> told(String entity, long id, Why why) {
        String language = callers.current().language();
        String label = types.find(entity)
                .flatMap(type -> queries.one(entity, id, List.of(type.title())))
                .map(row -> row.values().get(0))
                .map(String::valueOf)
                .orElse("");
        String named = entity + "." + why.field() + ".label";
        String where = messages.has(named) ? messages.text(named).in(language) + ": " : "";
        String message = where + messages.format(language, why.key(), why.values());
        return Map.of("id", String.valueOf(id), "label", label, "message", message);
    }
}
