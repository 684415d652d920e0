package org.salacrm.api.entity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is known of a kind of record; HTTP, client, import, history and questions obey it. Immutable: a change of
 * metadata makes a new one.
 *
 * @param name its one id everywhere
 * @param module id of the module that brings it, {@code core} for the product's own
 * @param type the JPA class
 * @param table its main table
 * @param title name of the field that names a record to a person
 * @param search names of the fields that text search looks into
 * @param parent for a part: the entity it belongs to; empty for a record
 * @param parentColumn for a part: the column that holds the parent's id; empty for a record
 * @param icon name of an icon
 * @param quick names of the fields of the short form
 * @param features what can be done with it
 * @param fields its fields in the order of the form, the company's own last
 */
public record EntityType(
        String name,
        String module,
        Class<?> type,
        String table,
        String title,
        List<String> search,
        String parent,
        String parentColumn,
        String icon,
        List<String> quick,
        Features features,
        List<FieldType> fields,
        Map<String, FieldType> byName) {
    /** When the next thing to be done about a record is due: a column worked out for lists, not a field. */
    public static final FieldType NEXT_ACTIVITY = moment("nextActivity");

    /** Since when a record is in the state of its life cycle: worked out for lists too. */
    public static final FieldType STATE_SINCE = moment("stateSince");

    private static final List<String> WRITTEN =
            List.of(Kind.TEXT, Kind.TEXTAREA, Kind.EMAIL, Kind.PHONE, Kind.URL, Kind.LINE, Kind.TAX_ID);

    /** Yes and no properties of an entity. */
    public record Features(boolean activities, boolean imports, boolean custom, boolean common) {}

    public EntityType(
            String name,
            String module,
            Class<?> type,
            String table,
            String title,
            List<String> search,
            String parent,
            String parentColumn,
            String icon,
            List<String> quick,
            Features features,
            List<FieldType> fields) {
        this(
                name,
                module,
                type,
                table,
                title,
                List.copyOf(search),
                parent,
                parentColumn,
                icon,
                List.copyOf(quick),
                features,
                List.copyOf(fields),
                fields.stream().collect(Collectors.toUnmodifiableMap(FieldType::name, Function.identity())));
    }

    private static FieldType moment(String name) {
        FieldType.Flags flags = new FieldType.Flags(false, true, false, false, false, false);
        return new FieldType(
                name, Kind.DATETIME, "", "", Instant.class, "", "", "", "", "", 0, 0, "", "", "", "", flags);
    }

    /** A part belongs to a parent and has no owner, rights or history of its own. */
    public boolean isPart() {
        return !parent.isEmpty();
    }

    public Optional<FieldType> field(String fieldName) {
        return Optional.ofNullable(byName.get(fieldName));
    }

    /** What lists can show beside the fields; it is neither written, sorted nor asked by. */
    public List<FieldType> workedOut() {
        return Stream.of(NEXT_ACTIVITY, STATE_SINCE)
                .filter(column -> column == NEXT_ACTIVITY ? features.activities() : !isPart())
                .toList();
    }

    /** What a list can show under a name: a field, or what is worked out. */
    public Optional<FieldType> column(String columnName) {
        return field(columnName).or(() -> workedOut().stream()
                .filter(field -> field.name().equals(columnName))
                .findFirst());
    }

    public FieldType titleField() {
        return byName.get(title);
    }

    /** The fields text search looks into: those its class names, and the texts the company added. */
    public List<FieldType> searched() {
        Stream<FieldType> named = search.stream().flatMap(fieldName -> field(fieldName).stream());
        Stream<FieldType> own =
                fields.stream().filter(field -> field.flags().custom() && WRITTEN.contains(field.kind()));
        return Stream.concat(named, own).distinct().toList();
    }

    /** The same entity with other fields: used when the company adds or removes its own. */
    public EntityType withFields(List<FieldType> others) {
        return new EntityType(
                name, module, type, table, title, search, parent, parentColumn, icon, quick, features, others);
    }
}
