package org.salacrm.itest.rights;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;

/** Values as they are written and as they come back. */
final class Values {
    private Values() {}

    static Object plain(Object value) {
        return value instanceof BigDecimal number ? Plain.number(number) : value;
    }

    /** A reference as it is written. */
    static Object id(Object value) {
        return value instanceof Plain.Ref ref ? (Object) Long.toString(ref.id()) : value;
    }

    /** The fields that a refusal names. */
    static Set<String> errors(Colleague.Answer answer) {
        Set<String> fields = new TreeSet<>();
        Plain.list(answer.get("errors"))
                .forEach(error -> fields.add(String.valueOf(Plain.map(error).get("field"))));
        return fields;
    }
}
