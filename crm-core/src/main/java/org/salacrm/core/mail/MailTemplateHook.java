package org.salacrm.core.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.api.record.RecordHook;

/** Refuses a template with a place that no record can fill, when it is written and not when it is sent. */
@Component
public class MailTemplateHook implements RecordHook {
    private static final List<String> TEXTS = List.of("subject", "body", "subjectEn", "bodyEn");

    private final EntityTypes types;

    @Activate
    public MailTemplateHook(@Reference EntityTypes types) {
        this.types = types;
    }

    @Override
    public String entity() {
        return "mailTemplate";
    }

    @Override
    public void before(Change change) {
        boolean written = change.changed("entity") || TEXTS.stream().anyMatch(change::changed);
        if (change.kind() == Change.Kind.DELETE || !written) {
            return;
        }
        String entity = change.value("entity").map(Object::toString).orElse("");
        Optional<EntityType> type = types.find(entity).filter(found -> !found.isPart());
        if (type.isEmpty()) {
            throw new InvalidRecordException(List.of(new Refusal("entity", "invalid.pick", Map.of("value", entity))));
        }
        List<Refusal> refusals = new ArrayList<>();
        for (String field : TEXTS) {
            TemplateText.paths(change.value(field).map(Object::toString).orElse("")).stream()
                    .filter(path -> TemplateText.field(types, type.get(), path).isEmpty())
                    .forEach(path -> refusals.add(
                            new Refusal(field, "invalid.mail.place", Map.of("place", "{{" + path + "}}"))));
        }
        if (!refusals.isEmpty()) {
            throw new InvalidRecordException(refusals);
        }
    }
}
