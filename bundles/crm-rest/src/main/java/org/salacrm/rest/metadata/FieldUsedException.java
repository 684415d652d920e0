package org.salacrm.rest.metadata;

import java.util.List;
import java.util.Map;
import org.salacrm.api.message.Text;
import org.salacrm.rest.problem.RefusedException;

/** A field is in use: before it is taken away, somebody has to have seen where. */
public class FieldUsedException extends RefusedException {
    private static final long serialVersionUID = 1L;
    private final transient List<Text> uses;

    public FieldUsedException(List<Text> uses) {
        super(409, "field.used");
        this.uses = List.copyOf(uses);
    }

    @Override
    public Map<String, Object> more() {
        return Map.of("uses", uses);
    }
}
