package org.salacrm.core.duplicate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes labelled pairs: of sets a, b and c the weights were chosen by, set d was kept aside. */
final class Pairs {
    private static final List<String> FIELDS = List.of(
            "name",
            "taxId",
            "branchCode",
            "phone",
            "mobile",
            "email",
            "website",
            "address",
            "company",
            "account",
            "birthday");

    private Pairs() {}

    record Pair(String entity, boolean same, Map<String, String> left, Map<String, String> right) {}

    /** Arguments: a, b, c or d, number of pairs, file. */
    public static void main(String[] args) throws IOException {
        Files.write(Path.of(args[2]), rows(args[0], Integer.parseInt(args[1])));
    }

    static List<String> rows(String set, int count) {
        boolean all = set.equals("d");
        MadeUp made = new MadeUp(set, set.charAt(0) * 11L);
        Set<String> lines = new LinkedHashSet<>();
        while (lines.size() < count) {
            int templates = all ? made.random.nextInt(3) : set.charAt(0) - 'a';
            if (templates == 2) {
                lines.add(line(new MadeUpAside(made).next()));
                continue;
            }
            MadeUpCompanies companies = new MadeUpCompanies(made, templates == 1);
            MadeUpPeople people = new MadeUpPeople(made, companies, templates == 1);
            boolean same = made.random.nextInt(100) < 50;
            boolean company = made.random.nextInt(100) < 55;
            lines.add(line(
                    company
                            ? same ? companies.same() : companies.different()
                            : same ? people.same() : people.different()));
        }
        List<String> rows = new ArrayList<>();
        rows.add("entity,same,"
                + String.join(
                        ",",
                        FIELDS.stream().map(f -> "left." + f + ",right." + f).toList()));
        rows.addAll(lines);
        return rows;
    }

    private static String line(Pair pair) {
        StringBuilder out = new StringBuilder(pair.entity()).append(pair.same() ? ",1" : ",0");
        for (String field : FIELDS) {
            out.append(',').append(quoted(pair.left().getOrDefault(field, "")));
            out.append(',').append(quoted(pair.right().getOrDefault(field, "")));
        }
        return out.toString();
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
