package org.salacrm.core.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.query.Ref;

/** Who takes part, of the parts of a record that a definition names by paths such as {@code participants.user}. */
public final class Participants {
    private static final String DECLINED = "declined";

    private Participants() {}

    /** The field of the record that holds the parts. */
    public static String list(String path) {
        return path.replaceFirst("\\..*", "");
    }

    private static String field(String path) {
        return path.substring(path.indexOf('.') + 1);
    }

    /** Who stands in the parts and has not declined. @param answers path of their answer; empty: nobody is asked */
    public static Stream<Long> users(Object parts, String path, String answers) {
        return parts instanceof List<?> all
                ? all.stream()
                        .map(part -> (Map<?, ?>) part)
                        .filter(part -> answers.isEmpty() || !DECLINED.equals(part.get(field(answers))))
                        .map(part -> part.get(field(path)))
                        .filter(Ref.class::isInstance)
                        .map(user -> ((Ref) user).id())
                : Stream.empty();
    }

    /** Parts of which one is one of these users and has not declined. */
    public static Filter among(String path, String answers, Object... users) {
        Filter among = Filter.where(field(path), Op.IN, users);
        return answers.isEmpty() ? among : among.and(Filter.where(field(answers), Op.NE, DECLINED));
    }
}
