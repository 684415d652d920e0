package org.salacrm.core.mail;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;

/** A text with places such as {@code {{account.name}}} or, of whoever sends it, {@code {{sender.phone}}}. */
final class TemplateText {
    /** What a path begins with that is about the sender. */
    static final String SENDER = "sender.";

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
    private static final int LONGEST = 6;

    private TemplateText() {}

    static Set<String> paths(String text) {
        Set<String> paths = new LinkedHashSet<>();
        for (Matcher place = PLACE.matcher(text); place.find(); ) {
            paths.add(place.group(1));
        }
        return paths;
    }

    static String filled(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }

    /** The field at the end of a path; empty where there is none that one text can stand for. */
    static Optional<FieldType> field(EntityTypes types, EntityType root, String path) {
        if (path.startsWith(SENDER)) {
            return types.find("user").flatMap(user -> along(types, user, path.substring(SENDER.length())));
        }
        return along(types, root, path);
    }

    private static Optional<FieldType> along(EntityTypes types, EntityType root, String path) {
        String[] names = path.split("\\.", LONGEST + 1);
        Optional<EntityType> at = Optional.of(root);
        for (int i = 0; i < names.length - 1; i++) {
            String name = names[i];
            at = at.flatMap(type -> type.field(name))
                    .filter(FieldType::isRef)
                    .flatMap(field -> types.find(field.ref()));
        }
        String last = names[names.length - 1];
        return names.length > LONGEST
                ? Optional.empty()
                : at.flatMap(type -> type.field(last))
                        .filter(field -> !field.isParts() && !field.flags().hidden());
    }
}
