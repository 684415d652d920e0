package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.message.Text;

/** Adds words that a file brings to the company's pick lists; a check only says that it would. */
final class NewPicks {
    private static final int LONGEST_CODE = 40;

    private final PickLists pickLists;
    private final boolean save;
    private final BiConsumer<String, String> added;

    /** @param added is told the list and the code of what was added */
    NewPicks(PickLists pickLists, boolean save, BiConsumer<String, String> added) {
        this.pickLists = pickLists;
        this.save = save;
        this.added = added;
    }

    /** @return the code of the new word */
    Outcome add(String list, String word) {
        String key = Clean.key(word);
        String code = key.length() <= LONGEST_CODE ? key : key.substring(0, LONGEST_CODE);
        PickList before = pickLists.get(list);
        if (save && before.item(code).isEmpty()) {
            List<PickList.Item> items = new ArrayList<>(before.items());
            // A state that nobody has explained yet ends nothing.
            String phase = before.ofStates() ? "open" : "";
            items.add(new PickList.Item(
                    code, Text.of(word), 10 * (items.size() + 1), "neutral", phase, Optional.empty(), true));
            pickLists.save(new PickList(list, items));
            added.accept(list, code);
        }
        return new Outcome(Optional.of(code), "import.repaired.newPick", "", Map.of("to", word));
    }
}
