package org.salacrm.core.query;

import java.util.List;

/**
 * A path as the caller may see it: for every reference it goes through, which records of the other side may be looked
 * into. Equal terms give equal SQL.
 *
 * @param gates one per reference of the path
 */
record Term(Path path, List<Reach> gates) {

    Term {
        gates = List.copyOf(gates);
    }
}
