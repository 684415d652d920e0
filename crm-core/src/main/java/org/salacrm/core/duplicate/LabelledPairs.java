package org.salacrm.core.duplicate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.salacrm.api.definition.DuplicateRule;
import org.salacrm.api.duplicate.Quality;

/**
 * A CSV file of pairs with people's word on each. Columns: {@code entity}, {@code same}, and for each field
 * {@code left.<field>} and {@code right.<field>}; {@code left_x}, {@code x_left}, {@code x1} and {@code x_a} are read
 * too.
 */
final class LabelledPairs {
    private static final Set<String> YES =
            Set.of("1", "true", "yes", "y", "same", "match", "duplicate", "dup", "ใช่", "ซ้ำ");
    private static final Set<String> WORDS =
            Set.of("same", "label", "match", "ismatch", "duplicate", "isduplicate", "issame", "dup", "y");
    private static final Set<String> ENTITY = Set.of("entity", "kind", "type");
    private static final Pattern BEFORE = Pattern.compile("(left|right|l|r|a|b)[._ ]?(.+)");
    private static final Pattern AFTER = Pattern.compile("(.+?)[._ ]?(left|right|1|2|(?<=[._ ])[abxylr])");
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("address", "addresses"),
            Map.entry("street", "addresses"),
            Map.entry("subdistrict", "addresses"),
            Map.entry("district", "addresses"),
            Map.entry("province", "addresses"),
            Map.entry("postcode", "addresses"),
            Map.entry("zip", "addresses"),
            Map.entry("tel", "phone"),
            Map.entry("telephone", "phone"),
            Map.entry("phonenumber", "phone"),
            Map.entry("mail", "email"),
            Map.entry("web", "website"),
            Map.entry("url", "website"),
            Map.entry("branch", "branchcode"),
            Map.entry("tax", "taxid"),
            Map.entry("nameth", "name"),
            Map.entry("namethai", "name"),
            Map.entry("fullname", "name"),
            Map.entry("", "name"));
    private static final Map<String, String> ENTITIES = Map.of(
            "",
            "account",
            "company",
            "account",
            "customer",
            "account",
            "organization",
            "account",
            "person",
            "contact",
            "people",
            "contact");
    private static final int TOLD = 200;

    private final Function<String, DuplicateRule> rules;
    private final int sharpness;
    private final Map<Integer, Column> columns = new TreeMap<>();
    private final List<String> unused = new ArrayList<>();
    private int label = -1;
    private int entity = -1;

    private record Column(boolean left, String field) {}

    /** @param sharpness least score that counts as the same; below 0: as the rule says */
    LabelledPairs(Function<String, DuplicateRule> rules, int sharpness) {
        this.rules = rules;
        this.sharpness = sharpness;
    }

    Quality judge(Reader text) {
        Iterator<CsvRecord> rows = CsvReader.builder().ofCsvRecord(text).iterator();
        header(rows.next().getFields());
        int pairs = 0;
        int found = 0;
        int wrong = 0;
        int missed = 0;
        List<Quality.Mistake> mistakes = new ArrayList<>();
        while (rows.hasNext()) {
            List<String> row = rows.next().getFields();
            if (row.size() <= label) {
                continue;
            }
            pairs++;
            boolean same = YES.contains(row.get(label).strip().toLowerCase(Locale.ROOT));
            String named = entity < 0 ? "account" : row.get(entity).strip().toLowerCase(Locale.ROOT);
            DuplicateRule rule = rules.apply(ENTITIES.getOrDefault(named, named));
            Portrait left = side(rule, row, true);
            Portrait right = side(rule, row, false);
            Likeness likeness = left.compare(right);
            boolean meet = !Collections.disjoint(left.keys(), right.keys()); // else they are never compared
            boolean told = meet && likeness.score() >= (sharpness < 0 ? rule.sharpness() : sharpness);
            found += same && told ? 1 : 0;
            wrong += !same && told ? 1 : 0;
            missed += same && !told ? 1 : 0;
            if (same != told && mistakes.size() < TOLD) {
                mistakes.add(mistake(pairs, row, same, likeness));
            }
        }
        return new Quality(pairs, found, wrong, missed, List.copyOf(unused), mistakes);
    }

    private void header(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip().replace("\uFEFF", "").toLowerCase(Locale.ROOT);
            if (WORDS.contains(name.replaceAll("[._ ]", ""))) {
                label = i;
            } else if (ENTITY.contains(name)) {
                entity = i;
            } else {
                column(i, name);
            }
        }
        if (label < 0) {
            throw new IllegalArgumentException("the file has no column same");
        }
    }

    private void column(int i, String name) {
        Matcher before = BEFORE.matcher(name);
        Matcher after = AFTER.matcher(name);
        boolean first = name.matches("(left|right)[._ ]?.*|[ablr][._ ].*");
        if (first && (before.matches() || name.matches("left|right"))) {
            boolean bare = name.matches("left|right");
            put(i, bare ? name : before.group(1), bare ? "" : before.group(2));
        } else if (after.matches()) {
            put(i, after.group(2), after.group(1));
        } else {
            unused.add(name);
        }
    }

    private void put(int i, String side, String field) {
        String plain = field.replaceAll("[._ -]", "");
        columns.put(
                i,
                new Column(Set.of("left", "l", "a", "x", "1").contains(side), OTHER_NAMES.getOrDefault(plain, plain)));
    }

    private Portrait side(DuplicateRule rule, List<String> row, boolean left) {
        Map<String, String> known = new HashMap<>();
        rule.fields().forEach(field -> field.allOf().forEach(name -> known.put(name.toLowerCase(Locale.ROOT), name)));
        Map<String, List<String>> texts = new HashMap<>();
        columns.forEach((i, column) -> {
            String name = known.get(column.field());
            if (column.left() == left
                    && name != null
                    && i < row.size()
                    && !row.get(i).isBlank()) {
                texts.computeIfAbsent(name, n -> new ArrayList<>()).add(row.get(i));
            }
        });
        texts.computeIfPresent("addresses", (name, parts) -> List.of(String.join(" ", parts)));
        return Portrait.of(rule, texts);
    }

    private Quality.Mistake mistake(int number, List<String> row, boolean same, Likeness likeness) {
        String reasons = likeness.reasons().stream()
                .sorted(Comparator.comparing(Likeness.Reason::field))
                .map(reason -> String.format(Locale.ROOT, "%s %.2f", reason.field(), reason.agreement()))
                .collect(Collectors.joining(", "));
        return new Quality.Mistake(number, same, likeness.score(), told(row, true), told(row, false), reasons);
    }

    private String told(List<String> row, boolean left) {
        return columns.entrySet().stream()
                .filter(e -> e.getValue().left() == left && e.getKey() < row.size())
                .map(e -> row.get(e.getKey()))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" | "));
    }
}
