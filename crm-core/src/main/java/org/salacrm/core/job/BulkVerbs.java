package org.salacrm.core.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.action.ActionInput;
import org.salacrm.api.action.Actions;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.message.Messages;
import org.salacrm.api.query.Queries;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.ConflictException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;

/** What a bulk job can do to a record, and how a refusal reads to the one who started it. */
@Component(service = BulkVerbs.class)
public class BulkVerbs {
    private static final Set<String> REVERSIBLE = Set.of("update", "assign", "delete", "share", "unshare", "copy");

    private final Records records;
    private final Actions actions;
    private final Queries queries;
    private final EntityTypes types;
    private final Messages messages;
    private final Callers callers;
    private final Assigning assigning;
    private final Sharing sharing;
    private final Copying copying;

    @Activate
    public BulkVerbs(
            @Reference Records records,
            @Reference Actions actions,
            @Reference Queries queries,
            @Reference EntityTypes types,
            @Reference Messages messages,
            @Reference Callers callers,
            @Reference Assigning assigning,
            @Reference Sharing sharing,
            @Reference Copying copying) {
        this.records = records;
        this.actions = actions;
        this.queries = queries;
        this.types = types;
        this.messages = messages;
        this.callers = callers;
        this.assigning = assigning;
        this.sharing = sharing;
        this.copying = copying;
    }

    /** A verb with its values. */
    interface Work {
        String entity();

        /** A transaction begins, perhaps not for the first time. */
        default void begin() {}

        /** @param place how many records were done before this one */
        void on(long id, int place);

        /** The last thing in a transaction. */
        default void end() {}
    }

    private interface Doing {
        void on(long id);
    }

    private record Verb(String entity, Doing doing) implements Work {
        @Override
        public void on(long id, int place) {
            doing.on(id);
        }
    }

    /** Whether what a verb does can be put back; what an action sets off cannot. */
    static boolean reversible(Object verb) {
        return REVERSIBLE.contains(String.valueOf(verb));
    }

    /** @param undo under which number it can be undone, 0 for no */
    Work work(String entity, Map<String, Object> parameters, long undo) {
        String verb = String.valueOf(parameters.get("verb"));
        Map<String, Object> values = values(parameters.get("values"));
        return switch (verb) {
            case "update" -> new Verb(entity, id -> records.update(entity, id, Records.ANY_VERSION, values));
            case "delete" -> new Verb(entity, id -> records.delete(entity, id, Records.ANY_VERSION));
            case "assign" -> assigning.work(entity, values);
            case "share", "unshare" -> {
                Sharing.Change change = sharing.change(verb, values);
                yield new Verb(entity, id -> sharing.change(entity, id, change, undo));
            }
            case "copy" -> {
                Copying.Wish wish = copying.wish(values);
                yield new Verb(entity, id -> copying.copy(entity, id, wish, undo));
            }
            default ->
                new Verb(entity, id -> actions.run(verb, new ActionInput(entity, id, Records.ANY_VERSION, values)));
        };
    }

    /** Does work; why it was refused, as message key and values, empty when it was done. */
    static Map<String, Object> refusal(Runnable work) {
        try {
            work.run();
            return Map.of();
        } catch (InvalidRecordException e) {
            InvalidRecordException.Refusal first = e.refusals().get(0);
            return Map.of("key", first.messageKey(), "values", first.values(), "field", first.field());
        } catch (ConflictException e) {
            return Map.of("key", e.messageKey(), "values", e.values(), "field", "");
        } catch (AbsentRecordException e) {
            return Map.of("key", "invalid.reference", "values", Map.of(), "field", "");
        } catch (StaleRecordException e) {
            return Map.of("key", "conflict.stale", "values", Map.of(), "field", "");
        } catch (ForbiddenException e) {
            return Map.of("key", "job.forbidden", "values", Map.of(), "field", "");
        }
    }

    /** A refusal as people read it: id, label of the record, message. */
    Map<String, Object> told(String entity, long id, Map<String, Object> refusal) {
        EntityType type = types.get(entity);
        String language = callers.current().language();
        String label = queries.one(entity, id, List.of(type.title()))
                .map(row -> row.values().get(0))
                .map(String::valueOf)
                .orElse("");
        String field = String.valueOf(refusal.get("field"));
        String named = entity + "." + field + ".label";
        String where = messages.has(named) ? messages.text(named).in(language) + ": " : "";
        String message =
                where + messages.format(language, String.valueOf(refusal.get("key")), values(refusal.get("values")));
        return Map.of("id", String.valueOf(id), "label", label, "message", message);
    }

    private static Map<String, Object> values(Object given) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((key, value) -> values.put(String.valueOf(key), value));
        }
        return values;
    }
}
