package org.salacrm.rest.record;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.message.Text;
import org.salacrm.api.record.History;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.metadata.Labels;

/** Entries of histories and timelines, with the words for what they name. */
@Component(service = Happenings.class)
public final class Happenings {
    private final EntityTypes types;
    private final PickLists pickLists;
    private final Labels labels;

    @Activate
    public Happenings(@Reference EntityTypes types, @Reference PickLists pickLists, @Reference Labels labels) {
        this.types = types;
        this.pickLists = pickLists;
        this.labels = labels;
    }

    Shape entry(String entity, History.Entry entry) {
        return new Shape()
                .id("id", entry.id())
                .with("at", entry.at())
                .with("by", Slices.person(entry.by()))
                .with("verb", entry.verb())
                .with("source", entry.source())
                .with("changes", changes(entity, entry.changes()));
    }

    Shape happening(History.Happening happening) {
        return new Shape()
                .id("id", happening.id())
                .with("at", happening.at())
                .with("kind", happening.kind())
                .with("entity", happening.entity())
                .id("record", happening.record())
                .with("label", happening.label())
                .some("text", happening.text())
                .with("by", Slices.person(happening.by()))
                .some("icon", happening.icon())
                .some("state", happening.state().flatMap(this::state))
                .some("changes", changes(happening.entity(), happening.changes()));
    }

    private Optional<Shape> state(History.State state) {
        return pickLists.get(state.pickList()).item(state.code()).map(Happenings::shape);
    }

    private static Shape shape(PickList.Item item) {
        return new Shape().with("label", item.label()).some("tone", item.tone());
    }

    private List<Shape> changes(String entity, List<History.Difference> changes) {
        return changes.stream()
                .map(change -> new Shape()
                        .with("field", change.field())
                        .with("label", label(entity, change.field()))
                        .with("old", change.old().orElse(null))
                        .with("new", change.now().orElse(null)))
                .toList();
    }

    /** A field that is no more goes by its name. */
    private Text label(String entity, String field) {
        return types.find(entity)
                .flatMap(type -> type.field(field))
                .map(known -> labels.field(entity, known))
                .orElseGet(() -> Text.of(field));
    }
}
