package org.salacrm.api.definition;

import java.util.List;
import java.util.Optional;
import org.salacrm.api.message.Text;

/**
 * What becomes of the records of an entity that name a person when he is erased; YAML kind {@code erasures}. Where an
 * entity has none, its records stay: they refer to somebody of whom nothing is known any more.
 *
 * @param way {@code empty}: every field but some is emptied, and what it is called replaced; {@code delete}: the record
 *     goes for good; {@code keep}: it stays as it is
 * @param keeps fields that are not emptied
 * @param why for what reason it may be kept, told to whoever erases
 */
public record Erasure(String id, String entity, String way, List<String> keeps, Optional<Text> why)
        implements Definition {
    public static final String EMPTY = "empty";
    public static final String DELETE = "delete";
    public static final String KEEP = "keep";
}
