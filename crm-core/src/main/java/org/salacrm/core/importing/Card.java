package org.salacrm.core.importing;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a card says of a person, as cells below {@link #HEADINGS}; pictures and whatever else are left out. */
final class Card {
    /** In both languages, each of which the fields of a record know. */
    static final List<String> HEADINGS = List.of(
            "ชื่อ-นามสกุล / Full name",
            "คำนำหน้า / Prefix",
            "ชื่อจริง / First name",
            "นามสกุล / Last name",
            "ชื่อเล่น / Nickname",
            "บริษัท / Company",
            "แผนก / Department",
            "ตำแหน่ง / Job title",
            "มือถือ / Mobile",
            "โทรศัพท์ / Phone",
            "แฟกซ์ / Fax",
            "อีเมล / E-mail",
            "LINE ID",
            "เว็บไซต์ / Website",
            "ที่อยู่ / Address",
            "ตำบล / Subdistrict",
            "อำเภอ / City",
            "จังหวัด / Province",
            "รหัสไปรษณีย์ / Postcode",
            "ประเทศ / Country",
            "วันเกิด / Birthday",
            "หมายเหตุ / Note");

    private static final Set<String> READ = Set.of(
            "FN", "N", "NICKNAME", "ORG", "TITLE", "TEL", "EMAIL", "IMPP", "X-LINE", "URL", "ADR", "BDAY", "NOTE");
    private static final int MOST = 1000;
    private static final Set<String> MOBILE = Set.of("CELL", "IPHONE");
    private static final Pattern DAY = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?:[T ].*)?");
    private static final int NO_PREFERENCE = 101;

    private final Map<String, List<VObjectProperty>> properties = new HashMap<>();
    private boolean old;
    private int taken;

    void version(String version) {
        old = version.strip().equals("2.1");
    }

    /** @return whether the card is of a size that a card has */
    boolean take(String name, VObjectProperty property) {
        if (READ.contains(name) && !property.getValue().isBlank()) {
            properties.computeIfAbsent(name, n -> new ArrayList<>()).add(property);
            taken++;
        }
        return taken <= MOST;
    }

    List<String> cells() {
        List<List<String>> name = structured(first("N"));
        List<List<String>> organisation = structured(first("ORG"));
        List<VObjectProperty> places = preferred("ADR");
        List<String> emails = texts("EMAIL");
        List<String> sites = texts("URL");
        List<String> cells = new ArrayList<>();
        cells.add(fullName(name));
        cells.add(part(name, 3));
        cells.add(joined(" ", part(name, 1), part(name, 2)));
        cells.add(part(name, 0));
        cells.add(texts("NICKNAME").stream().findFirst().orElse(""));
        cells.add(part(organisation, 0));
        cells.add(part(organisation, 1));
        cells.add(texts("TITLE").stream().findFirst().orElse(""));
        cells.add(phones(types -> types.stream().anyMatch(MOBILE::contains)));
        cells.add(phones(types -> types.stream().noneMatch(t -> MOBILE.contains(t) || t.equals("FAX"))));
        cells.add(phones(types -> types.contains("FAX") && types.stream().noneMatch(MOBILE::contains)));
        cells.add(emails.isEmpty() ? "" : emails.get(0));
        cells.add(line());
        cells.add(sites.isEmpty() ? "" : sites.get(0));
        cells.addAll(place(places.isEmpty() ? List.of() : structured(places.get(0))));
        cells.add(birthday());
        cells.add(note(emails, sites, places));
        return cells;
    }

    private String fullName(List<List<String>> name) {
        return texts("FN").stream()
                .findFirst()
                .orElseGet(() -> joined(" ", part(name, 3), part(name, 1), part(name, 2), part(name, 0)));
    }

    /** The note, and behind it what a record has no second place for. */
    private String note(List<String> emails, List<String> sites, List<VObjectProperty> places) {
        Stream<String> others = places.stream()
                .skip(1)
                .map(place -> joined(" ", place(structured(place)).toArray(String[]::new)));
        return Stream.of(
                        texts("NOTE").stream(),
                        emails.stream().skip(1),
                        sites.stream().skip(1),
                        others)
                .flatMap(texts -> texts)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Post box, rooms and street are one; two names of a town are the subdistrict and the district of Thailand. */
    private List<String> place(List<List<String>> parts) {
        List<String> towns = parts.size() > 3 ? parts.get(3) : List.of();
        boolean two = !old && towns.size() == 2;
        return List.of(
                joined(" ", part(parts, 2), part(parts, 1), part(parts, 0)),
                two ? towns.get(0) : "",
                two ? towns.get(1) : part(parts, 3),
                part(parts, 4),
                part(parts, 5),
                part(parts, 6));
    }

    private String birthday() {
        VObjectProperty day = first("BDAY");
        if (day == null || day.getParameters().first("X-APPLE-OMIT-YEAR") != null) {
            return "";
        }
        String text = text(day);
        Matcher m = DAY.matcher(text);
        return m.matches() ? m.group(1) + "-" + m.group(2) + "-" + m.group(3) : text.startsWith("--") ? "" : text;
    }

    private String line() {
        return Stream.concat(
                        texts("IMPP").stream()
                                .filter(text -> text.regionMatches(true, 0, "line:", 0, 5))
                                .map(text -> text.substring(5)),
                        texts("X-LINE").stream())
                .findFirst()
                .orElse("");
    }

    /** Work before home: only one of them has a field. */
    private String phones(Predicate<Set<String>> wanted) {
        return preferred("TEL").stream()
                .filter(tel -> wanted.test(types(tel)))
                .sorted(Comparator.comparing(tel -> types(tel).contains("HOME")))
                .map(tel -> text(tel).replaceFirst("(?i)^tel:", "").replaceFirst("(?i);ext=", " ext "))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Of version 2.1 types have no name. */
    private static Set<String> types(VObjectProperty property) {
        return Stream.of("TYPE", (String) null)
                .map(name -> property.getParameters().get(name))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .flatMap(types -> Stream.of(types.split(",")))
                .map(type -> type.strip().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private VObjectProperty first(String name) {
        List<VObjectProperty> all = preferred(name);
        return all.isEmpty() ? null : all.get(0);
    }

    private List<VObjectProperty> preferred(String name) {
        return properties.getOrDefault(name, List.of()).stream()
                .sorted(Comparator.comparingInt(Card::preference))
                .toList();
    }

    private static int preference(VObjectProperty property) {
        String pref = property.getParameters().first("PREF");
        boolean known = pref != null && pref.matches("\\d{1,3}");
        return types(property).contains("PREF") ? 0 : known ? Integer.parseInt(pref) : NO_PREFERENCE;
    }

    private List<String> texts(String name) {
        return preferred(name).stream()
                .map(Card::text)
                .filter(t -> !t.isEmpty())
                .toList();
    }

    private static String text(VObjectProperty property) {
        return VObjectPropertyValues.unescape(property.getValue()).strip();
    }

    /** In version 2.1 a comma is a comma. */
    private List<List<String>> structured(VObjectProperty property) {
        if (property == null) {
            return List.of();
        }
        return old
                ? VObjectPropertyValues.parseSemiStructured(property.getValue()).stream()
                        .map(List::of)
                        .toList()
                : VObjectPropertyValues.parseStructured(property.getValue());
    }

    private static String part(List<List<String>> parts, int index) {
        return index < parts.size() ? joined(" ", parts.get(index).toArray(String[]::new)) : "";
    }

    private static String joined(String by, String... texts) {
        return Stream.of(texts).map(String::strip).filter(t -> !t.isEmpty()).collect(Collectors.joining(by));
    }
}
