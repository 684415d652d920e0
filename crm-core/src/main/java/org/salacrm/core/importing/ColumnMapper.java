package org.salacrm.core.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.entity.UnknownEntityException;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.importing.Imports.Problem;
import org.salacrm.api.message.Messages;
import org.salacrm.api.record.ConflictException;
import org.salacrm.core.model.PartPath;

/** Knows the fields that a file can fill. */
final class ColumnMapper {
    /** Parts that give rights: none of them comes back by itself with a file that was exported. */
    private static final List<String> RIGHTS = List.of("userRole", "userTeam");

    private final EntityTypes types;
    private final Messages messages;

    ColumnMapper(EntityTypes types, Messages messages) {
        this.types = types;
        this.messages = messages;
    }

    /** A field that a column can be read into. */
    record Target(String path, EntityType owner, FieldType field) {

        /** Several columns may be read into one free text, one behind the other. */
        boolean joins() {
            return field.isText()
                    && field.pickList().isEmpty()
                    && (field.kind().equals(Kind.TEXT) || field.kind().equals(Kind.TEXTAREA));
        }

        /** Whether it is a field of a part or of a record brought along, not of the record itself. */
        boolean isFurther() {
            return path.contains(".");
        }

        /** The reference whose record it belongs to, empty for a field of the record itself and of its parts. */
        String companion() {
            return isFurther() && !owner.isPart() ? path.substring(0, path.indexOf('.')) : "";
        }

        /** Which part of a list it belongs to, empty for a field of a record. */
        Optional<PartPath> part() {
            return owner.isPart() ? PartPath.of(path) : Optional.empty();
        }

        /** The same where a column is read into it because exports head it so. */
        Optional<PartPath> exported() {
            return RIGHTS.contains(owner.name()) ? Optional.empty() : part();
        }

        /** Whether it is a piece of another part than the first of its list. */
        boolean isLater() {
            return part().filter(part -> part.number() > 1).isPresent();
        }

        /** Key of its name; what every record has is named once for all. */
        String label(Messages messages) {
            String own = owner.name() + "." + field.name() + ".label";
            return messages.has(own) ? own : field.name() + ".label";
        }
    }

    /** Parts are imported with the record they belong to, and some records never come out of a file. */
    void checkRecord(String entity) {
        EntityType type = types.get(entity);
        if (type.isPart()) {
            throw new UnknownEntityException(entity);
        }
        if (!type.features().imports()) {
            throw new ConflictException("import.entity", Map.of("entity", entity));
        }
    }

    /** The fields of an entity and of its first part of each kind that a file can fill. */
    List<Target> targets(String entity) {
        EntityType type = types.get(entity);
        return type.fields().stream()
                .flatMap(field -> field.isParts() && !field.flags().hidden()
                        ? partTargets(field)
                        : Stream.of(new Target(field.name(), type, field)))
                .filter(target -> !target.field().flags().hidden()
                        && !target.field().flags().readOnly()
                        && !target.field().isParts()
                        && !target.field().kind().equals(Kind.PICTURE)
                        && !target.field().ref().equals("*"))
                .toList();
    }

    private Stream<Target> partTargets(FieldType parts) {
        EntityType part = types.get(parts.part());
        return part.fields().stream().map(field -> new Target(parts.name() + "." + field.name(), part, field));
    }

    /** The same of its further parts, of which a file may have columns too. */
    private List<Target> laterTargets(String entity) {
        List<Target> first =
                targets(entity).stream().filter(t -> t.exported().isPresent()).toList();
        return IntStream.rangeClosed(2, PartPath.MOST)
                .boxed()
                .flatMap(number -> first.stream().map(target -> later(target, number)))
                .toList();
    }

    private static Target later(Target first, int number) {
        PartPath part = first.part().orElseThrow();
        return new Target(new PartPath(part.list(), number, part.piece()).text(), first.owner(), first.field());
    }

    /** All these, and the fields of the records that its rows can bring along ({@link Companions}). */
    List<Target> allTargets(String entity) {
        Stream<Target> along = types.get(entity).fields().stream()
                .filter(field -> field.isRef()
                        && !field.ref().equals("*")
                        && !field.ref().equals(entity))
                .filter(field -> !field.flags().hidden() && !field.flags().readOnly())
                .flatMap(field -> types
                        .find(field.ref())
                        .filter(other -> other.features().imports())
                        .stream()
                        .flatMap(other -> targets(other.name()).stream())
                        .filter(target -> !target.isFurther() && !target.field().isRef())
                        .map(target -> new Target(field.name() + "." + target.path(), target.owner(), target.field())));
        return Stream.of(targets(entity).stream(), laterTargets(entity).stream(), along)
                .flatMap(some -> some)
                .toList();
    }

    Optional<Target> target(String entity, String path) {
        return allTargets(entity).stream().filter(t -> t.path().equals(path)).findFirst();
    }

    /** Numbers of the columns that are read into dates. */
    List<Integer> dates(ImportState state) {
        return state.columns().stream()
                .filter(c -> target(state.entity(), c.field())
                        .filter(t -> List.of(Kind.DATE, Kind.DATETIME)
                                .contains(t.field().kind()))
                        .isPresent())
                .map(ImportState.Column::index)
                .toList();
    }

    HeaderWords headers(String entity) {
        return new HeaderWords(
                entity,
                Stream.concat(targets(entity).stream(), laterTargets(entity).stream())
                        .toList(),
                messages);
    }

    /** A problem with a field that no column is read into stands under the name of that field. */
    Problem headed(Problem problem, String entity, String language) {
        if (!problem.header().isEmpty() || problem.field().isEmpty()) {
            return problem;
        }
        String label = target(entity, problem.field())
                .map(target -> target.label(messages))
                .orElse(entity + "." + problem.field() + ".label");
        return new Problem(
                problem.row(),
                problem.column(),
                messages.text(label).in(language),
                problem.field(),
                problem.value(),
                problem.messageKey(),
                problem.values(),
                problem.severity());
    }
}
