package org.salacrm.core.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;

/** Fills in what the rows of a batch leave out of an address and its postcode tells, with one question for all. */
final class PostalAreas {
    private static final String ENTITY = "postalArea";
    private static final String POSTCODE = "postcode";
    private static final List<String> NARROWING = List.of("subDistrict", "district");
    private static final List<String> FILLED = List.of("district", "province");
    private static final String WORD_BEFORE = "^(ตำบล|ต\\.|แขวง|อำเภอ|อ\\.|เขต)\\s*";

    private final Queries queries;
    private final Set<String> lists;
    private final Map<String, List<Map<String, String>>> known = new HashMap<>();

    /** @param targets of the columns that are read */
    PostalAreas(Queries queries, Collection<ColumnMapper.Target> targets) {
        this.queries = queries;
        this.lists = targets.stream()
                .filter(one ->
                        one.field().kind().equals(Kind.POSTCODE) && one.owner().isPart())
                .map(one -> one.path().substring(0, one.path().indexOf('.')))
                .collect(Collectors.toSet());
    }

    /** Only what is empty is filled in, with what all areas of the postcode that fit the address agree on. */
    void fill(List<RowMapper.Mapped> rows, RowMapper mapper) {
        List<RowMapper.Mapped> good =
                rows.stream().filter(row -> !row.refused()).toList();
        for (String list : lists) {
            ask(good.stream()
                    .map(row -> Objects.toString(address(row, list).get(POSTCODE), ""))
                    .filter(postcode -> !postcode.isEmpty() && !known.containsKey(postcode))
                    .collect(Collectors.toSet()));
            good.forEach(row -> fill(row, list, mapper));
        }
    }

    private void ask(Set<String> postcodes) {
        if (postcodes.isEmpty()) {
            return;
        }
        postcodes.forEach(postcode -> known.put(postcode, new ArrayList<>()));
        Query question = Query.of(ENTITY, POSTCODE, "subDistrict", "district", "province")
                .where(Filter.in(POSTCODE, List.copyOf(postcodes)));
        queries.each(question, row -> known.get(row.values().get(0).toString())
                .add(Map.of(
                        "subDistrict", Objects.toString(row.values().get(1), ""),
                        "district", Objects.toString(row.values().get(2), ""),
                        "province", Objects.toString(row.values().get(3), ""))));
    }

    private void fill(RowMapper.Mapped row, String list, RowMapper mapper) {
        Map<String, Object> address = address(row, list);
        List<Map<String, String>> areas = known.getOrDefault(address.get(POSTCODE), List.of());
        for (String field : NARROWING) {
            List<Map<String, String>> same = areas.stream()
                    .filter(area -> plain(area.get(field)).equals(plain(address.get(field))))
                    .toList();
            areas = same.isEmpty() ? areas : same;
        }
        Map<String, Object> filled = new LinkedHashMap<>();
        for (String field : FILLED) {
            Set<String> said = areas.stream().map(area -> area.get(field)).collect(Collectors.toSet());
            if (said.size() == 1 && Objects.toString(address.get(field), "").isEmpty()) {
                filled.put(field, said.iterator().next());
            }
        }
        if (!filled.isEmpty()) {
            address.putAll(filled);
            String to = filled.values().stream().map(Object::toString).collect(Collectors.joining(", "));
            row.problems()
                    .add(mapper.told()
                            .repaired(row.row(), list + "." + POSTCODE, "import.repaired.area", Map.of("to", to)));
        }
    }

    /** The one part of the row of this kind, as its columns filled it. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> address(RowMapper.Mapped row, String list) {
        List<Map<String, Object>> parts =
                (List<Map<String, Object>>) row.values().getOrDefault(list, List.of());
        return parts.isEmpty() ? Map.of() : parts.get(0);
    }

    private static String plain(Object text) {
        return Clean.same(Objects.toString(text, "").replaceFirst(WORD_BEFORE, ""));
    }
}
