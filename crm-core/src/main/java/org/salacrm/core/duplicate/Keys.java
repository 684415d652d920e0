package org.salacrm.core.duplicate;

/** Makes a number of a text by which records are found; two texts have the same number about never. */
final class Keys {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Keys() {}

    /** @param as how the field is compared, so that a phone never meets a tax number */
    static long of(String as, String text) {
        return mixed(add(add(BASIS, as + ':'), text));
    }

    private static long add(long before, String text) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    private static long mixed(long hash) {
        long h = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
        return h ^ h >>> 29;
    }
}
