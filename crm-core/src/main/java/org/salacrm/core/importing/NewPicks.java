package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.message.Text;

/** Adds words that a file brings to the company's pick lists; a check only says that it would. */
final class NewPicks {
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_WORD = 200;
    private static final Pattern LATIN = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    private final PickLists pickLists;
    private final Optional<Keeper> keeper;

    /** @param keeper empty in a check */
    NewPicks(PickLists pickLists, Optional<Keeper> keeper) {
        this.pickLists = pickLists;
        this.keeper = keeper;
    }

    /** Keeps a list that has a word more, so that all that is asked afterwards knows it. */
    interface Keeper {
        void keep(PickList list, String code);
    }

    /** @return the code of the new word; in a check that of another one, since no record can have it yet */
    Outcome add(String list, String word) {
        if (word.length() > LONGEST_WORD) {
            return Outcome.refused("import.pick.unknown");
        }
        PickList before = pickLists.get(list);
        // A state that nobody has explained yet ends nothing.
        String phase = before.ofStates() ? "open" : "";
        Optional<Object> code = keeper.isPresent() ? Optional.of(kept(before, word, phase)) : another(before, phase);
        return new Outcome(code, "import.repaired.newPick", "", Map.of("to", word));
    }

    private static Optional<Object> another(PickList list, String phase) {
        return list.items().stream()
                .filter(item ->
                        item.active() && (phase.isEmpty() || item.phase().equals(phase)))
                .map(item -> (Object) item.code())
                .findFirst();
    }

    private String kept(PickList before, String word, String phase) {
        String code = code(before, word);
        if (before.item(code).isEmpty()) {
            List<PickList.Item> items = new ArrayList<>(before.items());
            items.add(new PickList.Item(
                    code, Text.of(word), 10 * (items.size() + 1), "neutral", phase, Optional.empty(), true));
            keeper.orElseThrow().keep(new PickList(before.id(), items), code);
        }
        return code;
    }

    /** The word itself where it can be one, for codes are Latin; counted on until it stands for no other word. */
    private static String code(PickList list, String word) {
        String key = Clean.key(word);
        String cut = key.length() <= LONGEST_CODE ? key : key.substring(0, LONGEST_CODE);
        String begin = LATIN.matcher(cut).matches() ? cut : "word";
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? begin : begin + number)
                .filter(code -> list.item(code)
                        .filter(item -> !item.label().th().equals(word))
                        .isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
