package org.salacrm.core.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.message.Messages;
import org.salacrm.api.message.Text;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.FormerNames;
import org.salacrm.core.record.FormerRows;

/**
 * Finds the records that cells name: by code, title, login, e-mail or tax id, many cells with one question per field.
 * Only records the caller may read are found.
 */
final class References {
    private static final int MOST = 200;
    private static final String WHY = "import.reference.";

    /** What a cell is refused for whose record is not there. */
    static final String UNKNOWN = WHY + "unknown";

    /** What was merged into another record, which is taken for it. */
    static final String MERGED = "import.repaired.former";

    private final EntityTypes types;
    private final Queries queries;
    private final Messages messages;
    private final FormerNames names;
    /** Entity to compared text to what was found. */
    private final Map<String, Map<String, Outcome>> known = new HashMap<>();
    /** Entity to ids of records that were chosen and may be read. */
    private final Map<String, Set<Long>> chosen = new HashMap<>();

    References(EntityTypes types, Queries queries, Messages messages, FormerNames names) {
        this.types = types;
        this.queries = queries;
        this.messages = messages;
        this.names = names;
    }

    EntityTypes types() {
        return types;
    }

    Queries queries() {
        return queries;
    }

    FormerNames names() {
        return names;
    }

    /** Looks up all texts that are not known yet. */
    void prepare(String entity, Collection<String> texts) {
        Map<String, Outcome> found = known.computeIfAbsent(entity, e -> new HashMap<>());
        if (found.size() > 50_000) {
            found.clear(); // constant memory over millions of rows
        }
        List<String> open = texts.stream()
                .map(Clean::text)
                .filter(t -> !Clean.nothing(t) && !found.containsKey(Clean.same(t)))
                .distinct()
                .toList();
        for (int i = 0; i < open.size(); i += MOST) {
            ask(types.get(entity), open.subList(i, Math.min(i + MOST, open.size())), found);
        }
    }

    /** Records of the entity were made: what was not there may be now. */
    void forgetUnknown(String entity) {
        known.getOrDefault(entity, Map.of()).values().removeIf(Outcome::isRefused);
    }

    /** Looks up the records that somebody chose for cells. */
    void prepareChosen(String entity, Collection<Long> ids) {
        Set<Long> open = new HashSet<>(ids);
        open.removeAll(chosen.getOrDefault(entity, Set.of()));
        open.remove(0L);
        if (!open.isEmpty()) {
            EntityType type = types.get(entity);
            Query question = Query.of(entity, type.title()).where(Filter.in("id", List.copyOf(open)));
            queries.each(question, row -> chosen.computeIfAbsent(entity, e -> new HashSet<>())
                    .add(row.id()));
        }
    }

    /** The record meant by a cell: the chosen one while the caller may read it, else the one its text names. */
    Outcome read(String entity, SourceRow.Cell cell) {
        return chosen.getOrDefault(entity, Set.of()).contains(cell.ref())
                ? Outcome.of(cell.ref())
                : read(entity, cell.text());
    }

    /** The id meant by a cell, after {@link #prepare}. */
    Outcome read(String entity, String text) {
        String clean = Clean.text(text);
        if (Clean.nothing(clean)) {
            return clean.isEmpty() ? Outcome.EMPTY : Outcome.emptied("import.repaired.nothing");
        }
        return known.getOrDefault(entity, Map.of()).getOrDefault(Clean.same(clean), refused(entity, "unknown"));
    }

    /** The sentence names what was looked for in either language. */
    Outcome refused(String entity, String why) {
        Text label = messages.text(entity + ".label");
        return Outcome.refused(
                WHY + why, Map.of("what", label.th(), "thing", label.en().toLowerCase(Locale.ROOT)));
    }

    private void ask(EntityType type, List<String> texts, Map<String, Outcome> found) {
        texts.forEach(text -> found.put(Clean.same(text), refused(type.name(), "unknown")));
        List<String> fields = Stream.concat(FormerRows.KEYS.stream(), Stream.of(type.title()))
                .filter(name -> type.field(name).filter(FieldType::isText).isPresent())
                .distinct()
                .toList();
        for (String field : fields) {
            List<String> open = texts.stream()
                    .filter(t -> found.get(Clean.same(t)).value().isEmpty())
                    .toList();
            if (!open.isEmpty()) {
                askBy(type, type.field(field).orElseThrow(), open, found);
            }
        }
        fields.forEach(field -> askMerged(type, type.field(field).orElseThrow(), texts, found));
        if (type.name().equals("user")) {
            texts.stream()
                    .filter(t -> found.get(Clean.same(t)).value().isEmpty())
                    .forEach(t -> byFirstName(type, t, found));
        }
    }

    private void askBy(EntityType type, FieldType field, List<String> texts, Map<String, Outcome> found) {
        Map<String, Set<Long>> ids = new HashMap<>();
        Set<String> spellings = new HashSet<>();
        texts.forEach(text -> spellings.addAll(spellings(field, text)));
        if (spellings.isEmpty()) {
            return;
        }
        Query question = Query.of(type.name(), field.name()).where(Filter.in(field.name(), List.copyOf(spellings)));
        queries.each(question, row -> ids.computeIfAbsent(
                        Clean.same(Objects.toString(row.values().get(0), "")), k -> new HashSet<>())
                .add(row.id()));
        for (String text : texts) {
            spellings(field, text).stream()
                    .map(spelling -> ids.get(Clean.same(spelling)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(some -> found.put(
                            Clean.same(text),
                            some.size() == 1 ? Outcome.of(some.iterator().next()) : refused(type.name(), "several")));
        }
    }

    /** What no record is called any more may be what one was called that is part of another now. */
    private void askMerged(EntityType type, FieldType field, List<String> texts, Map<String, Outcome> found) {
        List<String> open = texts.stream()
                .filter(t -> found.get(Clean.same(t)).refusal().equals(UNKNOWN))
                .toList();
        Set<String> spellings = new HashSet<>();
        open.forEach(text -> spellings.addAll(spellings(field, text)));
        List<FormerNames.Former> former = names.named(type.name(), field.name(), spellings);
        for (String text : open) {
            Set<String> his = spellings(field, text);
            List<Ref> into = former.stream()
                    .filter(one -> his.contains(one.values().get(field.name())))
                    .map(FormerNames.Former::into)
                    .distinct()
                    .toList();
            if (!into.isEmpty()) {
                found.put(Clean.same(text), into.size() == 1 ? merged(into.get(0)) : refused(type.name(), "several"));
            }
        }
    }

    private static Outcome merged(Ref into) {
        return new Outcome(Optional.of(into.id()), MERGED, "", Map.of("to", into.label()));
    }

    /** What a database may hold for a text; of a tax id only the digits. */
    private static Set<String> spellings(FieldType field, String text) {
        if (!field.kind().equals(Kind.TAX_ID)) {
            return Clean.spellings(text);
        }
        Optional<Object> id = ThaiTaxId.read(SourceRow.Cell.of(text)).value();
        return id.map(i -> Set.of(i.toString())).orElse(Set.of());
    }

    /** Colleagues are called by their first names. */
    private void byFirstName(EntityType type, String text, Map<String, Outcome> found) {
        List<Row> rows = queries.page(Query.of(type.name(), type.title())
                        .where(Filter.where(type.title(), Op.STARTS_WITH, text + " "))
                        .limit(2))
                .rows();
        if (!rows.isEmpty()) {
            found.put(
                    Clean.same(text),
                    rows.size() == 1 ? Outcome.of(rows.get(0).id()) : refused(type.name(), "several"));
        }
    }
}
