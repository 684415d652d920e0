package org.salacrm.core.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A piece of one of the parts of a record, as files have a column for it: {@code addresses.street} is that of the main
 * address, {@code addresses.2.street} that of the next.
 *
 * @param number of the part, from 1
 */
public record PartPath(String list, int number, String piece) {
    /** A table ends somewhere: further parts stay out of files. */
    public static final int MOST = 20;

    private static final Pattern FORM = Pattern.compile("([^.]+)\\.(?:([2-9]|1\\d|20)\\.)?([^.]+)");

    /** Empty for what is no path of that form. */
    public static Optional<PartPath> of(String path) {
        Matcher m = FORM.matcher(path);
        return m.matches()
                ? Optional.of(
                        new PartPath(m.group(1), m.group(2) == null ? 1 : Integer.parseInt(m.group(2)), m.group(3)))
                : Optional.empty();
    }

    public String text() {
        return list + "." + (number == 1 ? "" : number + ".") + piece;
    }

    /** What its column is called, of the words for its list and its piece. */
    public String heading(String listLabel, String pieceLabel) {
        return listLabel + (number == 1 ? "" : " " + number) + " · " + pieceLabel;
    }

    /** Where the part stands among those of a record: the main one comes first, then the others in their order. */
    public int place(List<?> parts) {
        int main = IntStream.range(0, parts.size())
                .filter(i -> "main".equals(((Map<?, ?>) parts.get(i)).get("kind")))
                .findFirst()
                .orElse(0);
        int place = number - 1;
        return place == 0 ? main : place > main ? place : place - 1;
    }
}
