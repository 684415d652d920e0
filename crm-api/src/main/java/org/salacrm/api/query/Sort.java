package org.salacrm.api.query;

/** An order of rows by a path. Empty values come last going up and first going down, on every database. */
public record Sort(String path, boolean desc) {

    public static Sort up(String path) {
        return new Sort(path, false);
    }

    public static Sort down(String path) {
        return new Sort(path, true);
    }
}
