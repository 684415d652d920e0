package org.salacrm.core.importing;

/** Takes a batch back; no error. */
class TakeBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final transient Batch batch;

    TakeBack(String why, Batch batch) {
        super(why, null, false, false);
        this.batch = batch;
    }

    /** Somebody refused what was written already, and nothing of the batch can be kept. */
    static final class Spoiled extends TakeBack {
        private static final long serialVersionUID = 1L;

        Spoiled(Batch batch) {
            super("a row was refused half-way", batch);
        }
    }
}
