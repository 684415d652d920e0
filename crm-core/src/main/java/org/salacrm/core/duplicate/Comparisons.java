package org.salacrm.core.duplicate;

import java.util.Map;

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

    private Comparisons() {}

    @SuppressWarnings("unchecked") // what a comparison reads is given to no other
    static Comparison<Object> of(String as) {
        return (Comparison<Object>) ALL.get(as);
    }
}
