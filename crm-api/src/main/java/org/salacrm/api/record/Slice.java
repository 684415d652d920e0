package org.salacrm.api.record;

import java.util.List;

/** A piece of a long list. @param next cursor of the next piece, empty at the end */
public record Slice<T>(List<T> items, String next) {
    public Slice {
        items = List.copyOf(items);
    }
}
