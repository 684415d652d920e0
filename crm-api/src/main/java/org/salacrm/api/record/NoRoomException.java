package org.salacrm.api.record;

import java.time.Duration;

/** There is no room left on the disk: nothing was saved, and the same will work when there is room again. */
public class NoRoomException extends BusyException {
    private static final long serialVersionUID = 1L;
    private static final Duration SOMEBODY_MAKES_ROOM = Duration.ofSeconds(30);

    public NoRoomException(Throwable cause) {
        super("There is no room left on the disk", SOMEBODY_MAKES_ROOM, cause);
    }
}
