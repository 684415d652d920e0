package org.salacrm.core.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A postal address as it is written on a letter: the house and road, then แขวง and เขต in Bangkok or ต. and อ.
 * elsewhere, then the province with the postcode at the end.
 */
final class PostalLines {
    private static final Pattern BANGKOK = Pattern.compile("กรุงเทพ.*|กทม\\.?|(?i:bangkok|bkk)");
    private static final Pattern THAI = Pattern.compile(".*[ก-๛].*");
    private static final Pattern NAMED =
            Pattern.compile("(แขวง|ตำบล|ต\\.|เขต|อำเภอ|อ\\.|จังหวัด|จ\\.|กิ่งอำเภอ|เทศบาล).*");
    private static final Set<String> HERE = Set.of("ไทย", "ประเทศไทย", "thailand", "th");
    /** The postcode stands apart. */
    private static final String APART = "  ";

    private PostalLines() {}

    /** @param part values of an address by the names of its fields */
    static List<String> of(Map<?, ?> part) {
        String province = text(part, "province");
        String street = text(part, "street");
        List<String> lines = new ArrayList<>(street.lines().map(String::strip).toList());
        boolean thai = THAI.matcher(province + text(part, "district") + street).matches();
        if (thai) {
            boolean bangkok = BANGKOK.matcher(province).matches();
            lines.add(joined(
                    " ",
                    named(bangkok ? "แขวง" : "ต.", text(part, "subDistrict")),
                    named(bangkok ? "เขต" : "อ.", text(part, "district"))));
            lines.add(joined(APART, bangkok ? province : named("จ.", province), text(part, "postcode")));
        } else {
            lines.add(joined(", ", text(part, "subDistrict"), text(part, "district")));
            lines.add(joined(APART, province, text(part, "postcode")));
        }
        String country = text(part, "country");
        if (!HERE.contains(country.toLowerCase(Locale.ROOT))) {
            lines.add(country);
        }
        lines.removeIf(String::isBlank);
        return lines;
    }

    private static String joined(String between, String... words) {
        return String.join(between, Stream.of(words).filter(w -> !w.isEmpty()).toList());
    }

    /** Who typed ตำบล or เขต himself does not get it twice. */
    private static String named(String form, String name) {
        return name.isEmpty()
                        || NAMED.matcher(name).matches()
                        || !THAI.matcher(name).matches()
                ? name
                : form + name;
    }

    static String text(Map<?, ?> part, String field) {
        return part.get(field) instanceof String text ? text.strip() : "";
    }
}
