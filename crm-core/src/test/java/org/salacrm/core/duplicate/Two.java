package org.salacrm.core.duplicate;

import java.util.LinkedHashMap;
import java.util.Map;

/** Two records on their way to be a pair. */
final class Two {
    private final String entity;
    private final Map<String, String> left = new LinkedHashMap<>();
    private final Map<String, String> right = new LinkedHashMap<>();

    Two(String entity) {
        this.entity = entity;
    }

    Map<String, String> left() {
        return left;
    }

    Map<String, String> right() {
        return right;
    }

    void left(String field, String text) {
        left.put(field, text);
    }

    void right(String field, String text) {
        right.put(field, text);
    }

    void both(String field, String a, String b) {
        left(field, a);
        right(field, b);
    }

    boolean isLead() {
        return entity.equals("lead");
    }

    /** The field that tells where a person works. */
    String firm() {
        return isLead() ? "company" : "account";
    }

    Pairs.Pair pair(boolean same) {
        return new Pairs.Pair(entity, same, left, right);
    }
}
