package org.salacrm.rest.mail;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.salacrm.api.mail.Signature;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;

/** The signatures below e-mails as they are called over HTTP: {@code own} and {@code company}. */
final class SignatureNames {
    private static final Map<String, Signature> NAMED =
            Arrays.stream(Signature.values()).collect(Collectors.toMap(SignatureNames::name, Function.identity()));

    private SignatureNames() {}

    private static String name(Signature one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /** Both when nothing is said. */
    static Set<Signature> of(Object given) {
        if (given == null) {
            return Signature.BOTH;
        }
        if (!(given instanceof List<?> names) || !NAMED.keySet().containsAll(names)) {
            throw new RefusedException(400, "value.wrong", Map.of("name", "signatures"));
        }
        return names.stream().map(NAMED::get).collect(Collectors.toSet());
    }

    static List<String> of(Collection<Signature> signatures) {
        return signatures.stream().sorted().map(SignatureNames::name).toList();
    }

    static Shape words(Map<Signature, String> words) {
        Shape shape = new Shape();
        NAMED.forEach((name, one) -> shape.with(name, words.get(one)));
        return shape;
    }
}
