package org.salacrm.core.duplicate;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The ways to compare by the words that rules use for them. */
final class Comparisons {
    private static final Map<String, Comparison<?>> ALL = Map.ofEntries(
            Map.entry("company", new NameComparisons.Company()),
            Map.entry("person", new NameComparisons.Person()),
            Map.entry("phone", new Phones(1)),
            Map.entry("personPhone", new Phones(0.25)),
            Map.entry("email", new Emails(false)),
            Map.entry("personEmail", new Emails(true)),
            Map.entry("taxId", Codes.tax()),
            Map.entry("branch", Codes.branch()),
            Map.entry("website", new Websites()),
            Map.entry("address", new Addresses()),
            Map.entry("code", Codes.exact()));

    /** Some thousand texts: those of a few batches of an import, where each is read for several ends. */
    private static final int MOST = 4000;

    private static final Map<Written, Object> READ = new ConcurrentHashMap<>();

    private record Written(String as, List<String> texts) {}

    private Comparisons() {}

    /** What a comparison reads out of texts, remembered for a while: to read a name takes longest of all. */
    static Object read(String as, List<String> texts) {
        Written written = new Written(as, List.copyOf(texts));
        Object known = READ.get(written);
        if (known == null) {
            known = of(as).read(written.texts());
            if (READ.size() >= MOST) {
                READ.clear();
            }
            READ.put(written, known);
        }
        return known;
    }

    @SuppressWarnings("unchecked") // what a comparison reads is given to no other
    static Comparison<Object> of(String as) {
        return (Comparison<Object>) ALL.get(as);
    }
}
