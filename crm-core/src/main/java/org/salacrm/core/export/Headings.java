package org.salacrm.core.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.message.Messages;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Query;
import org.salacrm.api.security.Caller;
import org.salacrm.core.model.PartPath;

/** What the columns of a list are called: {@code Customer · Phone} for a field of the record referred to. */
@Component(service = Headings.class)
public final class Headings {
    private final EntityTypes types;
    private final Messages messages;

    @Activate
    public Headings(@Reference EntityTypes types, @Reference Messages messages) {
        this.types = types;
        this.messages = messages;
    }

    /**
     * What a file shows and what is asked for it.
     *
     * @param asked a question for lists of parts as wholes, each once
     */
    record Table(Query asked, List<Heading> columns) {}

    /** One column for each path of a question. */
    Table plain(Query query, Caller caller) {
        EntityType type = types.get(query.entity());
        List<Heading> columns = new ArrayList<>();
        for (String path : query.fields()) {
            columns.add(heading(type, path, columns.size(), caller.language()));
        }
        return new Table(query, columns);
    }

    /**
     * The same, but that a list of parts has one for each piece of each part, headed as imports read it back; a path to
     * a piece is that of one part.
     *
     * @param most how many parts records have of a list
     */
    Table table(Query query, Caller caller, Map<String, Integer> most) {
        EntityType type = types.get(query.entity());
        List<String> asked = new ArrayList<>();
        List<Heading> columns = new ArrayList<>();
        for (String path : query.fields()) {
            Optional<FieldType> list = list(type, path);
            String read = list.map(FieldType::name).orElse(path);
            if (!asked.contains(read)) {
                asked.add(read);
            }
            int at = asked.indexOf(read);
            if (list.isEmpty()) {
                columns.add(heading(type, path, at, caller.language()));
            } else {
                parts(list.get(), path, most.getOrDefault(read, 1))
                        .forEach(part -> columns.add(heading(type, list.get(), part, at, caller.language())));
            }
        }
        return new Table(asking(query, asked), columns);
    }

    /** A question for other fields. */
    static Query asking(Query query, List<String> fields) {
        return new Query(query.entity(), fields, query.filter(), query.sort(), 1, "", Query.Count.NONE, List.of());
    }

    /** The lists of parts that a question asks for as wholes. */
    List<String> lists(Query query) {
        EntityType type = types.get(query.entity());
        return query.fields().stream()
                .filter(path -> type.column(path).filter(FieldType::isParts).isPresent())
                .toList();
    }

    /** The list of parts that a path names or leads into. */
    private static Optional<FieldType> list(EntityType type, String path) {
        return type.column(path.replaceFirst("\\..*", "")).filter(FieldType::isParts);
    }

    private List<PartPath> parts(FieldType list, String path, int most) {
        if (!path.equals(list.name())) {
            return List.of(PartPath.of(path)
                    .orElseThrow(() -> new MalformedQueryException(path, "is no piece of a part of " + list.name())));
        }
        List<String> pieces = types.get(list.part()).fields().stream()
                .filter(Headings::isShown)
                .map(FieldType::name)
                .toList();
        return IntStream.rangeClosed(1, Math.max(1, most))
                .boxed()
                .flatMap(number -> pieces.stream().map(piece -> new PartPath(list.name(), number, piece)))
                .toList();
    }

    private static boolean isShown(FieldType piece) {
        return !piece.flags().hidden() && !piece.isParts() && !piece.kind().equals(Kind.PICTURE);
    }

    private Heading heading(EntityType type, FieldType list, PartPath part, int at, String language) {
        EntityType parts = types.get(list.part());
        FieldType piece = parts.field(part.piece())
                .filter(field -> !field.flags().hidden() && !field.isParts())
                .orElseThrow(
                        () -> new MalformedQueryException(part.text(), parts.name() + " has no field " + part.piece()));
        String label =
                part.heading(label(type.name(), list.name(), language), label(parts.name(), piece.name(), language));
        return new Heading(label, piece, at, Optional.of(part));
    }

    private Heading heading(EntityType root, String path, int place, String language) {
        List<String> words = new ArrayList<>();
        EntityType at = root;
        String[] steps = path.split("\\.", -1);
        for (int i = 0; ; i++) {
            String step = steps[i];
            EntityType now = at;
            FieldType field = at.column(step)
                    .orElseThrow(() -> new MalformedQueryException(path, now.name() + " has no field " + step));
            boolean last = i == steps.length - 1;
            if (!last || words.isEmpty() || !field.name().equals(at.title())) {
                words.add(label(at.name(), step, language));
            }
            if (last) {
                return new Heading(String.join(" · ", words), field, place, Optional.empty());
            }
            at = types.find(field.ref())
                    .orElseThrow(() -> new MalformedQueryException(path, step + " leads to no kind of record"));
        }
    }

    /** Fields that every record has are named once for all. */
    private String label(String entity, String field, String language) {
        String own = entity + "." + field + ".label";
        String common = field + ".label";
        String key = messages.has(own) || !messages.has(common) ? own : common;
        return messages.text(key).in(language);
    }
}
