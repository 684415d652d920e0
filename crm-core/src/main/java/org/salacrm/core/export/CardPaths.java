package org.salacrm.core.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.salacrm.api.definition.Receiver;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.label.AddressList;

/**
 * What of a record its card tells, each once: a person is whom letters to the record are for, telephones, e-mails and
 * sites are known by their kinds, the rest by the names that fields of people have.
 *
 * @param paths what each stands at, by property of a card; a telephone by its kind, the others of several by number
 */
record CardPaths(Map<String, String> paths) {
    private static final Map<String, String> NAMED = Map.of(
            "GIVEN", "firstName",
            "FAMILY", "lastName",
            "NICKNAME", "nickname",
            "DEPARTMENT", "department",
            "TITLE", "position",
            "IMPP", "lineId",
            "BDAY", "birthday",
            "NOTE", "remark");

    /** @return empty when the records are no people */
    static Optional<CardPaths> of(EntityTypes types, EntityType type, List<Receiver> receivers) {
        return receivers.stream()
                .filter(one -> one.isPerson(type.name()))
                .findFirst()
                .map(person -> of(types, type, person));
    }

    private static CardPaths of(EntityTypes types, EntityType type, Receiver person) {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("FN", person.person());
        put(paths, "PREFIX", person.salutation());
        put(paths, "ORG", person.company());
        NAMED.forEach((property, name) -> type.field(name)
                .filter(field -> !field.flags().hidden())
                .ifPresent(field -> paths.put(property, name)));
        number(paths, "EMAIL", type, field -> field.kind().equals(Kind.EMAIL));
        number(paths, "URL", type, field -> field.kind().equals(Kind.URL));
        number(paths, "TEL", type, field -> field.kind().equals(Kind.PHONE));
        AddressList.of(types, type).ifPresent(field -> paths.put("ADR", field.name()));
        return new CardPaths(paths);
    }

    private static void put(Map<String, String> paths, String property, String path) {
        if (!path.isEmpty()) {
            paths.put(property, path);
        }
    }

    private static void number(Map<String, String> paths, String property, EntityType type, Predicate<FieldType> is) {
        List<FieldType> fields = new ArrayList<>(type.fields());
        fields.removeIf(field -> field.flags().hidden() || !is.test(field));
        fields.forEach(field -> paths.put(property + "." + field.name(), field.name()));
    }

    List<String> asked() {
        return paths.values().stream().distinct().toList();
    }
}
