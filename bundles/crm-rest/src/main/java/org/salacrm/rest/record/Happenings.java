package org.salacrm.rest.record;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.job.Undos;
import org.salacrm.api.message.Text;
import org.salacrm.api.record.History;
import org.salacrm.rest.json.Columns;
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
                .some("verbLabel", word(entity, entry.verb()))
                .with("source", entry.source())
                .with("changes", changes(entity, entry.changes()));
    }

    Shape happening(History.Happening happening) {
        boolean change = happening.kind().equals("change");
        return new Shape()
                .id("id", happening.id())
                .with("at", happening.at())
                .with("kind", happening.kind())
                .with("entity", happening.entity())
                .id("record", happening.record())
                .with("label", change ? "" : happening.label())
                .some("verb", change ? happening.label() : null)
                .some("verbLabel", change ? word(happening.entity(), happening.label()) : null)
                .some("text", happening.text())
                .with("by", Slices.person(happening.by()))
                .some("icon", happening.icon())
                .some("state", happening.state().flatMap(this::state))
                .some("changes", changes(happening.entity(), happening.changes()))
                .some("note", happening.note().map(NoteShapes::shape));
    }

    /** What an action is called; what is done to every kind of record goes by its name. */
    private Optional<Text> word(String entity, String verb) {
        return labels.isVerb(entity, verb) ? Optional.of(labels.verb(entity, verb)) : Optional.empty();
    }

    /** A state in words, with its colour. */
    public Optional<Shape> state(History.State state) {
        return pickLists.get(state.pickList()).item(state.code()).map(Happenings::shape);
    }

    private static Shape shape(PickList.Item item) {
        return new Shape().with("code", item.code()).with("label", item.label()).some("tone", item.tone());
    }

    private List<Shape> changes(String entity, List<History.Difference> changes) {
        return changes.stream().map(change -> change(entity, change)).toList();
    }

    private Shape change(String entity, History.Difference change) {
        List<Named> way = way(entity, change.field());
        return new Shape()
                .with("field", change.field())
                .with("label", label(way).orElseGet(() -> labels.beside(change.field())))
                .with("old", wire(way, change.old()))
                .with("new", wire(way, change.now()));
    }

    /** A field that was not put back: before, as it was made, and as it is. */
    public Shape left(String entity, Undos.Field field) {
        List<Named> way = way(entity, field.name());
        return new Shape()
                .with("field", field.name())
                .with("label", label(way).orElseGet(() -> labels.beside(field.name())))
                .with("before", wire(way, field.before()))
                .with("made", wire(way, field.made()))
                .with("now", wire(way, field.now()));
    }

    private record Named(String entity, FieldType field) {}

    /** The field meant by {@code name} or {@code parts.name}; empty when it is no more. */
    private List<Named> way(String entity, String path) {
        int dot = path.indexOf('.');
        Optional<FieldType> first =
                types.find(entity).flatMap(type -> type.field(dot < 0 ? path : path.substring(0, dot)));
        if (dot < 0 || first.isEmpty()) {
            return first.map(field -> List.of(new Named(entity, field))).orElse(List.of());
        }
        List<Named> rest = way(first.get().part(), path.substring(dot + 1));
        return rest.isEmpty() ? rest : List.of(new Named(entity, first.get()), rest.get(0));
    }

    private Optional<Text> label(List<Named> way) {
        return way.stream()
                .map(step -> labels.field(step.entity(), step.field()))
                .reduce((list, field) -> new Text(list.th() + " · " + field.th(), list.en() + " · " + field.en()));
    }

    private static Object wire(List<Named> way, Optional<Object> value) {
        boolean codes = !way.isEmpty() && way.get(way.size() - 1).field().kind().equals(Kind.MULTIPICK);
        return value.map(known -> codes ? Columns.list(known.toString()) : known)
                .orElse(null);
    }
}
