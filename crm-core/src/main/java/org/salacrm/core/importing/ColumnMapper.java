package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.importing.ImportState;
import org.salacrm.api.message.Messages;

/** Proposes which column is which field, by its header in Thai or English; never two columns for one field. */
final class ColumnMapper {
    private static final double SURE = 1.0;
    private static final double SYNONYM = 0.95;
    private static final double OTHER_WORD = 0.8;
    private static final double PART_OF = 0.6;
    private static final double ENOUGH = 0.55;
    private static final int SHORTEST_PART = 4;

    private final EntityTypes types;
    private final Messages messages;

    ColumnMapper(EntityTypes types, Messages messages) {
        this.types = types;
        this.messages = messages;
    }

    /** A field that a column can be read into. */
    record Target(String path, EntityType owner, FieldType field) {}

    private record Match(int column, Target target, double score) {}

    /** The fields of an entity and of its first part of each kind that a file can fill. */
    List<Target> targets(String entity) {
        EntityType type = types.get(entity);
        return type.fields().stream()
                .flatMap(field -> field.isParts() && !field.flags().hidden()
                        ? partTargets(field)
                        : Stream.of(new Target(field.name(), type, field)))
                .filter(target -> !target.field().flags().hidden()
                        && !target.field().flags().readOnly()
                        && !target.field().isParts())
                .toList();
    }

    private Stream<Target> partTargets(FieldType parts) {
        EntityType part = types.get(parts.part());
        return part.fields().stream().map(field -> new Target(parts.name() + "." + field.name(), part, field));
    }

    Optional<Target> target(String entity, String path) {
        return targets(entity).stream().filter(t -> t.path().equals(path)).findFirst();
    }

    /** @param samples values of each column, as many columns as headers */
    List<ImportState.Column> propose(String entity, List<String> headers, List<List<String>> samples) {
        List<Match> matches = new ArrayList<>();
        List<Target> targets = targets(entity);
        for (int column = 0; column < headers.size(); column++) {
            String header = Clean.key(headers.get(column));
            if (!header.isEmpty()) {
                for (Target target : targets) {
                    matches.add(new Match(column, target, score(header, target)));
                }
            }
        }
        matches.sort(Comparator.comparingDouble(Match::score).reversed().thenComparingInt(Match::column));
        Match[] chosen = new Match[headers.size()];
        Set<String> taken = new HashSet<>();
        for (Match match : matches) {
            if (match.score() >= ENOUGH
                    && chosen[match.column()] == null
                    && taken.add(match.target().path())) {
                chosen[match.column()] = match;
            }
        }
        List<ImportState.Column> columns = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            Match match = chosen[i];
            columns.add(new ImportState.Column(
                    i,
                    headers.get(i),
                    samples.get(i),
                    match == null ? "" : match.target().path(),
                    match == null ? 0 : match.score()));
        }
        return columns;
    }

    /** How well a row of cells reads as headers: the number of cells that name a field. */
    int headersIn(String entity, List<String> cells) {
        return (int) propose(
                        entity,
                        cells,
                        cells.stream().map(c -> List.<String>of()).toList())
                .stream()
                .filter(c -> !c.field().isEmpty())
                .count();
    }

    private double score(String header, Target target) {
        String label = target.owner().name() + "." + target.field().name();
        List<String> own = new ArrayList<>(List.of(Clean.key(target.field().name())));
        own.addAll(Synonyms.of(messages, label + ".label"));
        if (own.contains(header)) {
            return SURE;
        }
        List<String> others = Synonyms.of(messages, label + ".import");
        if (others.contains(header)) {
            return SYNONYM - others.indexOf(header) / 1000.0;
        }
        if (Synonyms.of(messages, "kind." + target.field().kind() + ".import").contains(header)) {
            return OTHER_WORD;
        }
        return Stream.concat(own.stream(), others.stream())
                        .anyMatch(word -> word.length() >= SHORTEST_PART
                                && header.length() >= SHORTEST_PART
                                && (header.contains(word) || word.contains(header)))
                ? PART_OF
                : 0;
    }
}
