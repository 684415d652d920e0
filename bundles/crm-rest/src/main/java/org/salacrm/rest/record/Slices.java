package org.salacrm.rest.record;

import java.util.function.Function;
import javax.ws.rs.core.Response;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.Slice;
import org.salacrm.rest.Answers;
import org.salacrm.rest.json.Shape;

/** Pieces of long lists as answers show them. */
public final class Slices {

    private Slices() {}

    public static <T> Response json(Slice<T> slice, Function<T, Shape> shape) {
        return Answers.json(new Shape()
                .with("items", slice.items().stream().map(shape).toList())
                .some("next", slice.next()));
    }

    /** Who did it. */
    public static Shape person(Ref by) {
        return new Shape().id("id", by.id()).with("label", by.label());
    }
}
