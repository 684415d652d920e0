package org.salacrm.api.mail;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose words stand below an e-mail, in this order. */
public enum Signature {
    OWN,
    COMPANY;

    public static final Set<Signature> BOTH = Set.of(OWN, COMPANY);

    /** What was written with the signatures wished for below it; those that are empty leave no gap. */
    public static String below(String written, Set<Signature> wished, Map<Signature, String> words) {
        Stream<String> signatures = EnumSet.allOf(Signature.class).stream()
                .filter(wished::contains)
                .map(one -> words.getOrDefault(one, ""));
        return Stream.concat(Stream.of(written), signatures)
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }
}
