package org.salacrm.core.export;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.message.Messages;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Query;
import org.salacrm.api.security.Caller;

/** What the columns of a list are called: {@code Customer · Phone} for a field of the record referred to. */
@Component(service = Headings.class)
public final class Headings {
    private final EntityTypes types;
    private final Messages messages;

    @Activate
    public Headings(@Reference EntityTypes types, @Reference Messages messages) {
        this.types = types;
        this.messages = messages;
    }

    List<Heading> of(Query query, Caller caller) {
        EntityType type = types.get(query.entity());
        return query.fields().stream()
                .map(path -> heading(type, path, caller.language()))
                .toList();
    }

    private Heading heading(EntityType root, String path, String language) {
        List<String> words = new ArrayList<>();
        EntityType at = root;
        String[] steps = path.split("\\.", -1);
        for (int i = 0; ; i++) {
            String step = steps[i];
            EntityType now = at;
            FieldType field = at.column(step)
                    .orElseThrow(() -> new MalformedQueryException(path, now.name() + " has no field " + step));
            boolean last = i == steps.length - 1;
            if (!last || words.isEmpty() || !field.name().equals(at.title())) {
                words.add(label(at.name(), step, language));
            }
            if (last) {
                return new Heading(String.join(" · ", words), field);
            }
            at = types.find(field.ref())
                    .orElseThrow(() -> new MalformedQueryException(path, step + " leads to no kind of record"));
        }
    }

    /** Fields that every record has are named once for all. */
    private String label(String entity, String field, String language) {
        String own = entity + "." + field + ".label";
        String common = field + ".label";
        String key = messages.has(own) || !messages.has(common) ? own : common;
        return messages.text(key).in(language);
    }
}
