package org.salacrm.core.duplicate;

import java.util.List;
import java.util.Map;
import org.salacrm.api.definition.DuplicateRule;
import org.salacrm.api.query.MalformedQueryException;

/**
 * What counts as found: a score, or fields that must each agree.
 *
 * @param fields names of fields of the rule; none: the score alone counts
 */
record Sought(List<String> fields, int sharpness) {
    static Sought of(DuplicateRule rule, Map<String, Object> parameters) {
        List<String> fields = parameters.get("fields") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
        for (String name : fields) {
            if (rule.fields().stream().noneMatch(field -> field.name().equals(name) && field.keyed())) {
                throw new MalformedQueryException("fields", "records are not looked for by " + name);
            }
        }
        Object sharpness = parameters.getOrDefault("sharpness", rule.sharpness());
        return new Sought(fields, sharpness instanceof Number number ? number.intValue() : rule.sharpness());
    }

    boolean fits(Likeness likeness) {
        return fields.isEmpty()
                ? likeness.score() >= sharpness
                : fields.stream().allMatch(likeness::agrees);
    }
}
