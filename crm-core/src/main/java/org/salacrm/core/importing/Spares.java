package org.salacrm.core.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salacrm.api.message.Messages;
import org.salacrm.api.message.Text;

/** Where the second number of a cell with several telephone numbers goes: an empty telephone field, else the remark. */
final class Spares {
    private final List<ColumnMapper.Target> telephones;
    private final Optional<ColumnMapper.Target> remark;
    private final Messages messages;

    /** @param targets all fields of the record that can be written */
    Spares(List<ColumnMapper.Target> targets, Messages messages) {
        this.telephones = targets.stream()
                .filter(t -> t.field().isTelephone() && !t.isFurther())
                .toList();
        this.remark = targets.stream().filter(t -> t.path().equals("remark")).findFirst();
        this.messages = messages;
    }

    List<String> fields() {
        return Stream.concat(telephones.stream(), remark.stream())
                .map(ColumnMapper.Target::path)
                .toList();
    }

    /** Puts a number where neither the values nor the stored record hold one. @return what is told about it */
    Outcome put(String number, Map<String, Object> values, Map<String, Object> stored) {
        if (known(number, values) || known(number, stored)) {
            return Outcome.EMPTY;
        }
        for (ColumnMapper.Target target : telephones) {
            if (!values.containsKey(target.path()) && !stored.containsKey(target.path())) {
                values.put(target.path(), number);
                return told(target, number);
            }
        }
        if (remark.isEmpty()) {
            return Outcome.refused("import.phone.several", Map.of("part", number));
        }
        String path = remark.get().path();
        Object before = values.getOrDefault(path, stored.get(path));
        values.put(path, before == null ? number : before + "\n" + number);
        return told(remark.get(), number);
    }

    private boolean known(String number, Map<String, Object> values) {
        return fields().stream()
                .anyMatch(field -> String.valueOf(values.get(field)).contains(number));
    }

    private Outcome told(ColumnMapper.Target target, String number) {
        Text label = messages.text(target.label(messages));
        return new Outcome(
                Optional.empty(),
                "import.repaired.moved",
                "",
                Map.of("part", number, "thai", label.th(), "english", label.en()));
    }
}
