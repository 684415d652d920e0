package org.salacrm.core.store;

import java.nio.file.Path;

/** Tells a full disk from other troubles, which Java does not. */
public final class FullDisk {
    /** What is left of a full disk may still take a little, and not what was to be written. */
    private static final long HARDLY_ANY_ROOM = 1 << 20;

    private FullDisk() {}

    /** The disk is full when the system says so or when hardly anything is left on it. */
    public static boolean is(Throwable trouble, Path... places) {
        for (Throwable each = trouble; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage());
            if (message.contains("No space left") || message.contains("Disk quota")) {
                return true;
            }
        }
        for (Path place : places) {
            if (place.toFile().exists() && place.toFile().getUsableSpace() < HARDLY_ANY_ROOM) {
                return true;
            }
        }
        return false;
    }
}
