package org.salacrm.core.file;

import java.nio.file.Path;

/** Tells a full disk from other troubles, which Java does not. */
public final class FullDisk {
    private FullDisk() {}

    /** The disk is full when the system says so or when nothing is left on it. */
    public static boolean is(Throwable trouble, Path... places) {
        for (Throwable each = trouble; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage());
            if (message.contains("No space left") || message.contains("Disk quota")) {
                return true;
            }
        }
        for (Path place : places) {
            if (place.toFile().exists() && place.toFile().getUsableSpace() == 0) {
                return true;
            }
        }
        return false;
    }
}
