package org.salacrm.rest.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An object of an answer, written down member by member in the order of the contract. */
public final class Shape extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    public Shape with(String name, Object value) {
        put(name, value);
        return this;
    }

    /** An id, which is text on the wire. */
    public Shape id(String name, long id) {
        return with(name, Long.toString(id));
    }

    /** Leaves the member out when it is empty. */
    public Shape some(String name, Object value) {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        boolean empty = plain == null
                || plain.equals("")
                || plain instanceof Collection<?> list && list.isEmpty()
                || plain instanceof Map<?, ?> map && map.isEmpty();
        return empty ? this : with(name, plain);
    }
}
