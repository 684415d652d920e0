package org.salacrm.core.record.custom;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salacrm.api.definition.CalendarSource;
import org.salacrm.api.definition.Conversion;
import org.salacrm.api.definition.Definition;
import org.salacrm.api.definition.Form;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.definition.ReportDefinition;
import org.salacrm.api.definition.View;
import org.salacrm.api.message.Messages;
import org.salacrm.api.message.Text;

/** Finds the definitions that speak of a field. A path counts when the field is one of its steps. */
final class FieldUses {
    private static final Map<Class<? extends Definition>, String> LABELS = Map.of(
            View.class, "view",
            Form.class, "form",
            ReportDefinition.class, "report",
            Lifecycle.class, "lifecycle",
            Conversion.class, "conversion",
            CalendarSource.class, "calendar");

    private final Registry registry;
    private final Messages messages;
    private final SavedViewUses views;

    FieldUses(Registry registry, Messages messages, SavedViewUses views) {
        this.registry = registry;
        this.messages = messages;
        this.views = views;
    }

    List<Text> of(String field) {
        List<Text> uses = new ArrayList<>();
        LABELS.forEach((kind, prefix) -> {
            for (Definition definition : registry.all(kind)) {
                if (speaks(definition, field)) {
                    String key = prefix + "." + definition.id() + ".label";
                    uses.add(messages.has(key) ? messages.text(key) : Text.of(definition.id()));
                }
            }
        });
        uses.addAll(views.of(view -> speaks(view, field)));
        return uses;
    }

    private static boolean speaks(Object value, String field) {
        if (value instanceof String text) {
            return List.of(text.split("[^\\w]+")).contains(field);
        }
        if (value instanceof Collection<?> all) {
            return all.stream().anyMatch(one -> speaks(one, field));
        }
        if (value instanceof Map<?, ?> map) {
            return speaks(map.keySet(), field) || speaks(map.values(), field);
        }
        if (value instanceof Optional<?> maybe) {
            return maybe.isPresent() && speaks(maybe.get(), field);
        }
        return value instanceof Record
                && List.of(value.getClass().getRecordComponents()).stream()
                        .anyMatch(component -> speaks(component(value, component), field));
    }

    private static Object component(Object holder, RecordComponent component) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }
}
