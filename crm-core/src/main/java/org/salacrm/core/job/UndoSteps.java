package org.salacrm.core.job;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.record.Records;
import org.salacrm.core.merge.Hanging;
import org.salacrm.core.record.Kept;
import org.salacrm.core.record.Since;
import org.salacrm.core.record.Writes;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Takes back one write, in the running transaction and with the rights of the caller. */
@Component(service = UndoSteps.class)
public class UndoSteps {
    private final Records records;
    private final Writes writes;
    private final EntityTypes types;
    private final Since since;
    private final Hanging hanging;
    private final AddedPicks picks;
    private final Sharing sharing;
    private final Copying copying;
    private final Sql sql;

    @Activate
    public UndoSteps(
            @Reference Records records,
            @Reference Writes writes,
            @Reference EntityTypes types,
            @Reference Since since,
            @Reference Hanging hanging,
            @Reference AddedPicks picks,
            @Reference Sharing sharing,
            @Reference Copying copying,
            @Reference Tx tx) {
        this.records = records;
        this.writes = writes;
        this.types = types;
        this.since = since;
        this.hanging = hanging;
        this.picks = picks;
        this.sharing = sharing;
        this.copying = copying;
        this.sql = new Sql(tx);
    }

    /** What of a write stays. */
    record Left(boolean nothing, List<Kept.Field> fields) {
        static Left when(boolean stays, Kept step) {
            return new Left(!stays, stays ? step.fields() : List.of());
        }
    }

    /** @param anyway what is taken back although it was changed since, all of it when empty; null for nothing */
    Left back(Kept step, Set<String> anyway) {
        return switch (step.verb()) {
            case Kept.CREATE -> Left.when(!remove(step, anyway != null), step);
            case Kept.DELETE -> {
                if (version(step) < 0) {
                    writes.restore(step.entity(), step.record());
                }
                yield Left.when(false, step);
            }
            case UndoRows.PICK ->
                Left.when(!picks.remove(step.entity(), step.fields().get(0).name()), step);
            case UndoRows.NOTE, UndoRows.FILE -> Left.when(!copying.takeBack(step, anyway != null), step);
            case UndoRows.SHARE -> {
                List<Kept.Field> left = sharing.putBack(step, fields(step, anyway));
                yield new Left(left.isEmpty(), left);
            }
            default -> {
                List<Kept.Field> left = writes.putBack(step, fields(step, anyway));
                yield new Left(left.isEmpty(), left);
            }
        };
    }

    private static Set<String> fields(Kept step, Set<String> anyway) {
        if (anyway == null) {
            return Set.of();
        }
        return anyway.isEmpty()
                ? Set.copyOf(step.fields().stream().map(Kept.Field::name).toList())
                : anyway;
    }

    /** @return whether it is gone */
    private boolean remove(Kept step, boolean anyway) {
        int version = version(step);
        if (version < 0) {
            return true;
        }
        boolean touched = version != step.version() && since.isChanged(step);
        if (!anyway && (touched || hanging.isOn(step.entity(), step.record()))) {
            return false;
        }
        records.delete(step.entity(), step.record(), version);
        return true;
    }

    /** The version of a record that is there, or -1. */
    private int version(Kept step) {
        EntityType type = types.get(step.entity());
        return sql.first("select version from " + type.table() + " where id = ?", row -> row.getInt(1), step.record())
                .orElse(-1);
    }
}
