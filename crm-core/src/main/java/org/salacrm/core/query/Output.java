package org.salacrm.core.query;

import java.util.Optional;

/**
 * One value of every row of an answer.
 *
 * @param path what was asked for
 * @param value the path as the caller sees it, empty when he does not
 * @param label for a reference: the title of the other record
 */
record Output(Path path, Optional<Term> value, Optional<Term> label) {}
