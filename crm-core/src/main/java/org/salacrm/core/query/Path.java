package org.salacrm.core.query;

import java.util.List;
import java.util.Optional;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;

/**
 * A path checked against the metadata: the references it goes through and the field it ends at. There is one object
 * per path and state of the metadata, so it is compared by identity.
 */
final class Path {
    private final String text;
    private final EntityType root;
    private final List<Hop> hops;
    private final FieldType field;
    private final boolean absent;
    private final Optional<Path> label;

    /**
     * A reference gone through.
     *
     * @param from entity that holds it
     * @param ref the reference field; for a part's way to its parent one made of the parent's column
     */
    record Hop(EntityType from, FieldType ref, EntityType target, boolean toParent) {}

    /**
     * @param absent goes through an entity whose module is away: always empty
     * @param label for a path that ends at a reference: the title of the record referred to
     */
    Path(String text, List<Hop> hops, EntityType root, FieldType field, boolean absent, Optional<Path> label) {
        this.text = text;
        this.root = root;
        this.hops = List.copyOf(hops);
        this.field = field;
        this.absent = absent;
        this.label = label;
    }

    String text() {
        return text;
    }

    List<Hop> hops() {
        return hops;
    }

    FieldType field() {
        return field;
    }

    boolean absent() {
        return absent;
    }

    Optional<Path> label() {
        return label;
    }

    /** The path that people read and sort by: a reference's title, otherwise itself. */
    Path shown() {
        return label.orElse(this);
    }

    /** The entity whose field it ends at. */
    EntityType owner() {
        return hops.isEmpty() ? root : hops.get(hops.size() - 1).target();
    }

    @Override
    public String toString() {
        return text;
    }
}
