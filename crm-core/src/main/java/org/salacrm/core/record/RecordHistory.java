package org.salacrm.core.record;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.file.Files;
import org.salacrm.api.query.Queries;
import org.salacrm.api.record.History;
import org.salacrm.api.record.Notes;
import org.salacrm.api.record.Slice;

/** What happened to a record and around it. */
@Component
public final class RecordHistory implements History {
    private final HistoryReader reader;
    private final Queries queries;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Notes> notes = List.of();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Files> files = List.of();

    @Activate
    public RecordHistory(@Reference HistoryReader reader, @Reference Queries queries) {
        this.reader = reader;
        this.queries = queries;
    }

    /** Without a container: notes and files are given by hand. */
    RecordHistory(HistoryReader reader, Queries queries, List<Notes> notes, List<Files> files) {
        this(reader, queries);
        this.notes = List.copyOf(notes);
        this.files = List.copyOf(files);
    }

    @Override
    public Slice<Entry> of(String entity, long id, String after) {
        return reader.of(entity, id, after);
    }

    @Override
    public Slice<Happening> timeline(String entity, long id, Wish wish) {
        Timeline timeline = new Timeline(entity, id, wish);
        // Also when no changes are wanted: it is the reader who refuses whom may not see the record.
        timeline.addChanges(reader);
        if (wish.wants("activity") || wish.wants("message")) {
            timeline.addActivities(queries);
        }
        if (wish.wants("note")) {
            notes.forEach(timeline::addNotes);
        }
        if (wish.wants("file")) {
            files.forEach(timeline::addFiles);
        }
        return timeline.slice();
    }
}
