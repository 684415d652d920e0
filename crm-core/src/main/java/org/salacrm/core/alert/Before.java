package org.salacrm.core.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salacrm.api.definition.AlertRule;
import org.salacrm.core.alert.Subjects.Subject;

/** How long before a moment a rule speaks of it, as numbers of days or minutes. Reads what other records say once. */
final class Before {
    private static final Pattern NUMBERS = Pattern.compile("[\\d ,]+");
    private static final Pattern ELSEWHERE = Pattern.compile("(\\w+)\\[(\\w+)\\]\\.(\\w+)");
    private static final int DIGITS = 6;

    private final List<String> said;
    private final Map<String, Map<Object, Object>> elsewhere = new HashMap<>();

    Before(AlertRule rule, Subjects subjects) {
        said = rule.before();
        for (String one : said) {
            Matcher other = ELSEWHERE.matcher(one);
            if (other.matches()) {
                elsewhere.put(one, subjects.elsewhere(other.group(1), other.group(2), other.group(3)));
            }
        }
    }

    /** What has to be known of a record. */
    Stream<String> paths() {
        return said.stream()
                .filter(one -> !NUMBERS.matcher(one).matches())
                .map(one -> ELSEWHERE.matcher(one).replaceFirst("$2"));
    }

    /** The longest there can be. @param unknown the longest that records may say */
    int longest(int unknown) {
        return said.stream()
                .flatMap(one -> NUMBERS.matcher(one).matches() ? numbers(one).stream() : Stream.of(unknown))
                .mapToInt(number -> number)
                .max()
                .orElse(0);
    }

    /** Of one record; none when it is never to be spoken of. */
    List<Integer> of(Subject subject) {
        return said.stream()
                .map(one -> value(one, subject))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(Before::numbers)
                .orElse(List.of(0));
    }

    private Object value(String one, Subject subject) {
        if (NUMBERS.matcher(one).matches()) {
            return one;
        }
        Map<Object, Object> other = elsewhere.get(one);
        return other == null
                ? subject.values().get(one)
                : other.get(subject.values().get(ELSEWHERE.matcher(one).replaceFirst("$2")));
    }

    private static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String one : text.split("\\D+")) {
            if (!one.isEmpty() && one.length() <= DIGITS) {
                numbers.add(Integer.valueOf(one));
            }
        }
        return numbers;
    }
}
