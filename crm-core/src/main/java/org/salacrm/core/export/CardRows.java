package org.salacrm.core.export;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.salacrm.api.query.Row;
import org.salacrm.core.model.PartPath;

/** People as cards of vCard 3.0, which telephones and mail programs of all ages read. */
final class CardRows implements RowFile {
    /** In letters: of Thai each takes three of the 75 bytes that a line may have. */
    private static final int LINE = 25;

    private final VObjectWriter out;
    /** By property of a card, which value of a row stands in it. */
    private final Map<String, Integer> places = new LinkedHashMap<>();

    private final Cells cells;
    private final List<Heading> columns;

    /** @param columns of the rows, as {@link CardPaths#asked()} names them */
    CardRows(OutputStream out, CardPaths paths, Cells cells, List<Heading> columns) {
        this.out = new VObjectWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), SyntaxStyle.NEW);
        this.out.getFoldedLineWriter().setLineLength(LINE);
        List<String> asked = paths.asked();
        paths.paths().forEach((property, path) -> places.put(property, asked.indexOf(path)));
        this.cells = cells;
        this.columns = columns;
    }

    @Override
    public void write(Row row) throws IOException {
        Person person = new Person(row);
        out.writeBeginComponent("VCARD");
        out.writeVersion("3.0");
        text("FN", person.text("FN"));
        String given = person.text("GIVEN");
        String family = person.text("FAMILY");
        boolean whole = given.isEmpty() && family.isEmpty();
        structured("N", family, whole ? person.text("FN") : given, "", person.text("PREFIX"), "");
        if (!(person.text("ORG") + person.text("DEPARTMENT")).isEmpty()) {
            structured("ORG", person.text("ORG"), person.text("DEPARTMENT"));
        }
        for (String property : List.of("NICKNAME", "TITLE", "BDAY", "NOTE")) {
            text(property, person.text(property));
        }
        text("IMPP", person.text("IMPP").isEmpty() ? "" : "line:" + person.text("IMPP"));
        for (String property : places.keySet()) {
            several(property, person.text(property));
        }
        for (Map<?, ?> place : person.places()) {
            place(place);
        }
        out.writeEndComponent("VCARD");
    }

    /** What a record may have more than one of. */
    private void several(String property, String value) throws IOException {
        if (property.startsWith("TEL.") && !value.isEmpty()) {
            String name = property.substring("TEL.".length());
            String type = name.equals("mobile") ? "CELL" : name.equals("fax") ? "FAX" : "WORK";
            out.writeProperty(null, "TEL", typed(type), VObjectPropertyValues.escape(value));
        } else if (property.startsWith("EMAIL.") && !value.isEmpty()) {
            out.writeProperty(null, "EMAIL", typed("INTERNET"), VObjectPropertyValues.escape(value));
        } else if (property.startsWith("URL.")) {
            text("URL", value);
        }
    }

    /** Two names of a town are the subdistrict and the district. */
    private void place(Map<?, ?> place) throws IOException {
        String sub = part(place, "subDistrict");
        List<String> towns = sub.isEmpty() ? List.of(part(place, "district")) : List.of(sub, part(place, "district"));
        List<List<String>> parts = new ArrayList<>();
        Stream.of("", "", part(place, "street")).map(List::of).forEach(parts::add);
        parts.add(towns);
        Stream.of("province", "postcode", "country")
                .map(name -> List.of(part(place, name)))
                .forEach(parts::add);
        if (parts.stream().flatMap(List::stream).anyMatch(text -> !text.isEmpty())) {
            out.writeProperty(null, "ADR", typed("WORK"), VObjectPropertyValues.writeStructured(parts, true));
        }
    }

    private static String part(Map<?, ?> place, String name) {
        return Objects.toString(place.get(name), "").strip();
    }

    private static VObjectParameters typed(String type) {
        VObjectParameters parameters = new VObjectParameters();
        parameters.put("TYPE", type);
        return parameters;
    }

    private void text(String property, String value) throws IOException {
        if (!value.isEmpty()) {
            out.writeProperty(property, VObjectPropertyValues.escape(value));
        }
    }

    private void structured(String property, String... parts) throws IOException {
        List<List<String>> all = Stream.of(parts).map(List::of).toList();
        out.writeProperty(property, VObjectPropertyValues.writeStructured(all, true));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** What a row says, by property. */
    private final class Person {
        private final Row row;

        Person(Row row) {
            this.row = row;
        }

        /** A day as every program reads it, a choice in its word. */
        String text(String property) {
            Integer place = places.get(property);
            Object value = place == null ? null : row.values().get(place);
            if (value == null || value instanceof List<?>) {
                return "";
            }
            Cell cell = cells.of(columns.get(place).field(), value);
            return cell.value().map(Object::toString).orElse(cell.text()).strip();
        }

        List<Map<?, ?>> places() {
            Integer place = places.get("ADR");
            List<Map<?, ?>> all = new ArrayList<>();
            if (place != null && row.values().get(place) instanceof List<?> parts) {
                for (int number = 1; number <= parts.size(); number++) {
                    all.add((Map<?, ?>) parts.get(new PartPath("", number, "").place(parts)));
                }
            }
            return all;
        }
    }
}
