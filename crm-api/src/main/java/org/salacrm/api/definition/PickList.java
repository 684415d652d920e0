package org.salacrm.api.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.salacrm.api.message.Text;

/**
 * A list of words the company chooses from; YAML kind {@code pickLists} gives the first rows, afterwards the company's
 * rows in the database count. Records keep the code.
 */
public record PickList(String id, List<Item> items) implements Definition {

    /**
     * One word.
     *
     * @param code what records keep; never changed, only put out of use
     * @param tone neutral, info, accent, warning, success or danger
     * @param phase what the program makes of a word: open, won, lost or done for states of a life cycle; mostly empty
     * @param percent chance or progress, 0 to 100; empty when it has none
     * @param active offered for choice
     */
    public record Item(
            String code,
            Text label,
            int order,
            String tone,
            String phase,
            Optional<BigDecimal> percent,
            boolean active) {}

    public PickList {
        items = List.copyOf(items);
    }

    public Optional<Item> item(String code) {
        return items.stream().filter(i -> i.code().equals(code)).findFirst();
    }

    /** Its words are the states of a life cycle: each has a phase, which may be open. */
    public boolean ofStates() {
        return items.stream().anyMatch(i -> i.phase().equals("open"));
    }

    /** The phase of a state; empty for a code without one. */
    public String phase(String code) {
        return item(code).map(Item::phase).orElse("");
    }
}
