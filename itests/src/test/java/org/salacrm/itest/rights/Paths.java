package org.salacrm.itest.rights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Paths to ask by, of the record itself and through its references, and what stands at their end. */
final class Paths {

    enum Kind {
        TEXT,
        NUMBER,
        PICK,
        REF,
        ANY,
        DATE,
        MOMENT,
        BOOL
    }

    record Path(String text, Kind kind) {
        boolean sortable() {
            return kind != Kind.ANY;
        }
    }

    private static final Map<String, List<Path>> ALL = Map.of(
            "account",
            paths("name TEXT remark TEXT hint TEXT creditLimit NUMBER employees NUMBER rating PICK status PICK"
                    + " parent REF owner REF team REF createdAt MOMENT parent.name TEXT parent.remark TEXT"
                    + " parent.hint TEXT parent.creditLimit NUMBER parent.rating PICK parent.owner REF"
                    + " parent.parent.employees NUMBER"
                    + " owner.name TEXT owner.login TEXT parent.owner.login TEXT"),
            "opportunity",
            paths("name TEXT account REF partner REF stage PICK expectedRevenue NUMBER probability NUMBER open BOOL"
                    + " nextStep TEXT expectedCloseOn DATE owner REF team REF wonReason PICK account.name TEXT"
                    + " account.remark TEXT account.hint TEXT account.creditLimit NUMBER account.rating PICK"
                    + " account.owner REF account.parent REF account.parent.name TEXT account.parent.creditLimit NUMBER"
                    + " partner.employees NUMBER partner.remark TEXT"),
            "activity",
            paths("subject TEXT type PICK status PICK description TEXT account REF regarding ANY dueAt MOMENT owner REF"
                    + " team REF open BOOL account.name TEXT account.creditLimit NUMBER account.remark TEXT"
                    + " account.owner REF account.parent.rating PICK"));

    private Paths() {}

    private static List<Path> paths(String text) {
        String[] words = text.split(" ");
        Map<String, Path> paths = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            paths.put(words[i], new Path(words[i], Kind.valueOf(words[i + 1])));
        }
        return List.copyOf(paths.values());
    }

    static List<Path> of(String entity) {
        return ALL.get(entity);
    }

    static Path any(String entity, Random random) {
        List<Path> all = ALL.get(entity);
        return all.get(random.nextInt(all.size()));
    }

    static Path any(String entity, Random random, Kind... kinds) {
        List<Path> some = ALL.get(entity).stream()
                .filter(p -> List.of(kinds).contains(p.kind()))
                .toList();
        return some.get(random.nextInt(some.size()));
    }
}
