package org.salacrm.core.duplicate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.DuplicateRule;
import org.salacrm.api.record.Change;
import org.salacrm.api.record.RecordHook;

/** Keeps the keys of a record in step with it, in the transaction that writes it. */
@Component(service = RecordHook.class)
public final class KeyHook implements RecordHook {
    private final DuplicateRules rules;
    private final KeyRows rows;

    @Activate
    public KeyHook(@Reference DuplicateRules rules, @Reference KeyRows rows) {
        this.rules = rules;
        this.rows = rows;
    }

    @Override
    public String entity() {
        return "*";
    }

    @Override
    public void after(Change change) {
        Optional<DuplicateRule> rule = rules.of(change.type().name());
        if (rule.isEmpty() || change.kind() == Change.Kind.DELETE) {
            return; // with a deleted record its keys go into the recycle bin
        }
        Texts texts = rules.texts(DuplicateRules.keyed(rule.get()));
        if (change.kind() == Change.Kind.UPDATE) {
            if (texts.names().stream().noneMatch(change::changed)) {
                return;
            }
            rows.delete(change.type().name(), List.of(change.id()));
        }
        rows.insert(change.type().name(), Map.of(change.id(), keys(texts, change)));
    }

    @Override
    public void afterAll(List<? extends Change> created) {
        String entity = created.get(0).type().name();
        rules.of(entity).ifPresent(rule -> {
            Texts texts = rules.texts(DuplicateRules.keyed(rule));
            List<Map<String, List<String>>> said = created.stream()
                    .map(change -> texts.of(name -> change.value(name).orElse(null)))
                    .toList();
            // Reading names takes longest of all, and each record is read for itself.
            List<List<Long>> keys =
                    said.parallelStream().map(one -> texts.portrait(one).keys()).toList();
            Map<Long, List<Long>> byId = new LinkedHashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                byId.put(created.get(i).id(), keys.get(i));
            }
            rows.insert(entity, byId);
        });
    }

    private static List<Long> keys(Texts texts, Change change) {
        return texts.portrait(name -> change.value(name).orElse(null)).keys();
    }
}
