package org.salacrm.core.job;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.action.ActionInput;
import org.salacrm.api.action.Actions;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.record.Records;

/** What a bulk job can do to a record. */
@Component(service = BulkVerbs.class)
public class BulkVerbs {
    private static final Set<String> REVERSIBLE = Set.of("update", "assign", "delete", "share", "unshare", "copy");
    private static final int TOGETHER = 100;

    private final Records records;
    private final Actions actions;
    private final Assigning assigning;
    private final Sharing sharing;
    private final Copying copying;
    private final Mailing mailing;

    @Activate
    public BulkVerbs(
            @Reference Records records,
            @Reference Actions actions,
            @Reference Assigning assigning,
            @Reference Sharing sharing,
            @Reference Copying copying,
            @Reference Mailing mailing) {
        this.records = records;
        this.actions = actions;
        this.assigning = assigning;
        this.sharing = sharing;
        this.copying = copying;
        this.mailing = mailing;
    }

    /** A verb with its values. */
    interface Work {
        String entity();

        /** How many records are done in one transaction at most. */
        default int together() {
            return TOGETHER;
        }

        /** A transaction begins, perhaps not for the first time. */
        default void begin() {}

        /** @param place how many records were done before this one */
        void on(long id, int place);

        /** The last thing in a transaction. */
        default void end() {}
    }

    interface Doing {
        void on(long id);
    }

    /** The same for each record, whatever was done before. */
    record Verb(String entity, int together, Doing doing) implements Work {
        Verb(String entity, Doing doing) {
            this(entity, TOGETHER, doing);
        }

        @Override
        public void on(long id, int place) {
            doing.on(id);
        }
    }

    /** Whether what a verb does can be put back; what an action sets off cannot, nor is a letter taken back. */
    static boolean reversible(Object verb) {
        return REVERSIBLE.contains(String.valueOf(verb));
    }

    /** @throws MalformedQueryException for what is neither a verb of all records nor an action of these */
    void known(String entity, String verb) {
        boolean ofAll = REVERSIBLE.contains(verb) || verb.equals("mail");
        if (!ofAll && actions.of(entity).stream().noneMatch(offer -> offer.id().equals(verb))) {
            throw new MalformedQueryException("verb", "these records have no verb " + verb);
        }
    }

    /** @param undo under which number it can be undone, 0 for no */
    Work work(String entity, Map<String, Object> parameters, long undo) {
        String verb = String.valueOf(parameters.get("verb"));
        Map<String, Object> values = values(parameters.get("values"));
        return switch (verb) {
            case "update" -> new Verb(entity, id -> records.update(entity, id, Records.ANY_VERSION, values));
            case "delete" -> new Verb(entity, id -> records.delete(entity, id, Records.ANY_VERSION));
            case "assign" -> assigning.work(entity, values);
            case "mail" -> mailing.work(entity, values);
            case "share", "unshare" -> {
                Sharing.Change change = sharing.change(verb, values);
                yield new Verb(entity, id -> sharing.change(entity, id, change, undo));
            }
            case "copy" -> {
                Copying.Wish wish = copying.wish(entity, values);
                // What comes along may be much: a transaction then makes one copy.
                yield new Verb(
                        entity, wish.along().isEmpty() ? TOGETHER : 1, id -> copying.copy(entity, id, wish, undo));
            }
            default ->
                new Verb(entity, id -> actions.run(verb, new ActionInput(entity, id, Records.ANY_VERSION, values)));
        };
    }

    private static Map<String, Object> values(Object given) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (given instanceof Map<?, ?> map) {
            map.forEach((key, value) -> values.put(String.valueOf(key), value));
        }
        return values;
    }
}
