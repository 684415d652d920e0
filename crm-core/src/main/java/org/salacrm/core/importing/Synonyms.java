package org.salacrm.core.importing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.salacrm.api.message.Messages;
import org.salacrm.api.message.Text;

/** Other words for a thing, kept in the message files as lists with semicolons; both languages count. */
final class Synonyms {

    private Synonyms() {}

    /** The words in compared form, empty when the key is not defined. */
    static List<String> of(Messages messages, String key) {
        return plain(messages, key).stream()
                .map(Clean::key)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** The words as they stand. */
    static List<String> plain(Messages messages, String key) {
        if (!messages.has(key)) {
            return List.of();
        }
        Text text = messages.text(key);
        return Stream.of(text.th(), text.en())
                .flatMap(words -> Arrays.stream(words.split(";")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
