package org.salacrm.core.export;

import org.salacrm.api.export.Exports;
import org.salacrm.core.action.ActionWorld;

/** Exports of the records of a world, but no jobs of them. */
public final class ExportWorld {
    private ExportWorld() {}

    public static Exports of(ActionWorld world) {
        ListExports lists = new ListExports(
                world.queries,
                world.given,
                world.callers,
                world.exportLog(),
                new ListExports.Words(world.picks, world.messages, world.zone),
                new ListExports.Columns(
                        new Headings(world.types, world.messages), new PersonCards(world.types, world.registry)));
        return new StoredExports(lists, null, null);
    }
}
