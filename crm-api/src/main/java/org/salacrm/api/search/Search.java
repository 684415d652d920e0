package org.salacrm.api.search;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.salacrm.api.record.History;

/** Search over all kinds of records, with the rights of the current caller on records and fields. Thread-safe. */
@ProviderType
public interface Search {

    /**
     * @param text as typed
     * @param entities which kinds of records; every kind when empty
     * @param each how many hits of a kind at most
     */
    List<Group> find(String text, List<String> entities, int each);

    /**
     * Hits of one kind, the best first.
     *
     * @param total how many there are
     * @param exact whether there are no more than that
     */
    record Group(String entity, List<Hit> hits, int total, boolean exact) {
        public Group {
            hits = List.copyOf(hits);
        }
    }

    /**
     * A record found.
     *
     * @param field name of the field that matched
     * @param value what stands in that field
     * @param marks where the text was found in the value: begin and end, begin and end
     * @param state where its lifecycle has it, for those who may read that
     * @param former whether that was the value of another record, which was merged into this one
     */
    record Hit(
            long id,
            String title,
            String field,
            String value,
            List<Integer> marks,
            Optional<History.State> state,
            boolean former) {
        public Hit {
            marks = List.copyOf(marks);
        }
    }
}
