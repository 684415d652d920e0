package org.salacrm.core.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.record.NoRoomException;

/** The database is away, has no free connection, or somebody else held what the work needed. */
public final class StoreBusyException extends BusyException {
    private static final long serialVersionUID = 1L;

    /** Serialization failure and deadlock of both databases, lock time-out of Derby and of PostgreSQL. */
    private static final Set<String> LOST_RACE = Set.of("40001", "40P01", "40XL1", "40XL2", "55P03");

    /** PostgreSQL; then Derby, which opens its files for reading only when it starts on a full disk. */
    private static final List<String> NO_ROOM = List.of("53100", "XSDG", "XSDF", "XSLA", "25502", "25503");

    /** What was wrong with the values themselves, also on a full disk. */
    private static final List<String> VALUES = List.of("22", "23");

    private final boolean lostRace;

    private StoreBusyException(boolean lostRace, Throwable cause) {
        super(
                lostRace ? "The record is being changed by somebody else" : "The database does not answer",
                wait(lostRace),
                cause);
        this.lostRace = lostRace;
    }

    private static Duration wait(boolean lostRace) {
        return lostRace ? Duration.ofSeconds(1) : Duration.ofSeconds(5);
    }

    /** Only a lock or a race was lost: the same work may well succeed when it is done again at once. */
    public boolean lostRace() {
        return lostRace;
    }

    /** Reads what the database said out of any exception; empty when it did answer and the work itself was wrong. */
    public static Optional<BusyException> from(Throwable thrown) {
        return from(thrown, Path.of(System.getProperty("sala.data", "data")));
    }

    /** @param data on a full disk Derby may say anything, even that its tables do not exist */
    static Optional<BusyException> from(Throwable thrown, Path data) {
        if (thrown instanceof BusyException busy) {
            return Optional.of(busy);
        }
        return sqlCause(thrown).flatMap(sql -> {
            String state = sql.getSQLState() == null ? "" : sql.getSQLState();
            if (isLostRace(state)) {
                return Optional.of(new StoreBusyException(true, thrown));
            }
            if (begins(NO_ROOM, state)) {
                return Optional.of(new NoRoomException(thrown));
            }
            if (isAway(state)) {
                return Optional.of(new StoreBusyException(false, thrown));
            }
            return !begins(VALUES, state) && FullDisk.is(thrown, data)
                    ? Optional.of(new NoRoomException(thrown))
                    : Optional.empty();
        });
    }

    private static boolean begins(List<String> beginnings, String state) {
        return beginnings.stream().anyMatch(state::startsWith);
    }

    public static boolean isLostRace(String state) {
        return LOST_RACE.contains(state);
    }

    /** No state comes from the pool, which had no connection to give. Derby says XJ; 53 has too little of something. */
    public static boolean isAway(String state) {
        return state.isEmpty()
                || isGone(state)
                || state.startsWith("53")
                || state.equals("XJ040")
                || state.equals("XJ015");
    }

    /** The connection broke or none could be made, or the server goes down or is just starting. */
    static boolean isGone(String state) {
        return state.startsWith("08") || state.startsWith("57P");
    }

    private static Optional<SQLException> sqlCause(Throwable thrown) {
        SQLException first = null;
        for (Throwable t = thrown; t != null && t != t.getCause(); t = t.getCause()) {
            if (t instanceof SQLException sql) {
                if (sql.getSQLState() != null) {
                    return Optional.of(sql);
                }
                first = first == null ? sql : first;
            }
        }
        return Optional.ofNullable(first);
    }
}
