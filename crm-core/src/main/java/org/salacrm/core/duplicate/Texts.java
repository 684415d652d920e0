package org.salacrm.core.duplicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.salacrm.api.definition.DuplicateRule;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.message.Text;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;

/** Reads out of records what a rule compares. */
final class Texts {
    private static final List<String> WRITTEN = List.of(Kind.TEXT, Kind.POSTCODE);

    private final EntityTypes types;
    private final EntityType type;
    private final DuplicateRule rule;
    private final Set<String> nobody;
    private final List<String> names;

    /** @param nobody what whoever was erased is called: no name by which one would be another */
    Texts(EntityTypes types, DuplicateRule rule, Text nobody) {
        this.types = types;
        this.type = types.get(rule.entity());
        this.rule = rule;
        this.nobody = new HashSet<>(List.of(nobody.th(), nobody.en()));
        Set<String> all = new LinkedHashSet<>();
        rule.fields().forEach(field -> all.addAll(field.allOf()));
        all.removeIf(name -> type.field(name).isEmpty());
        this.names = List.copyOf(all);
    }

    DuplicateRule rule() {
        return rule;
    }

    /** The fields that are read, those of the rule that the entity has. */
    List<String> names() {
        return names;
    }

    /** @param row an answer to a question for {@link #names}, which come first */
    Portrait portrait(Row row) {
        return portrait(name -> row.values().get(names.indexOf(name)));
    }

    /** @param values the value of a field, null when it is empty */
    Portrait portrait(Function<String, Object> values) {
        return portrait(of(values));
    }

    /** @param said what stands in the fields, as {@link #of} reads it; safe on several threads */
    Portrait portrait(Map<String, List<String>> said) {
        return Portrait.of(rule, said);
    }

    /** What stands in the fields of a record. */
    Map<String, List<String>> of(Function<String, Object> values) {
        Map<String, List<String>> texts = new HashMap<>();
        for (String name : names) {
            Object value = values.apply(name);
            if (value != null) {
                texts.put(name, texts(type.byName().get(name), value));
            }
        }
        return texts;
    }

    private List<String> texts(FieldType field, Object value) {
        if (value instanceof List<?> parts) {
            List<String> all = new ArrayList<>();
            parts.forEach(part -> all.add(part instanceof Map<?, ?> map ? joined(field, map) : ""));
            return all;
        }
        String text = value instanceof Ref ref ? ref.label() : value.toString();
        return field.name().equals(type.title()) && nobody.contains(text) ? List.of() : List.of(text);
    }

    /** A part is one text: what is written in it, in its order. */
    private String joined(FieldType field, Map<?, ?> part) {
        StringBuilder text = new StringBuilder();
        for (FieldType piece : types.get(field.part()).fields()) {
            Object value = part.get(piece.name());
            if (WRITTEN.contains(piece.kind()) && piece.pickList().isEmpty() && value != null) {
                text.append(value).append(' ');
            }
        }
        return text.toString();
    }
}
