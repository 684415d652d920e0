package org.salacrm.search.index;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.search.text.Folded;
import org.salacrm.search.text.Phone;

/**
 * A record as an index keeps it.
 *
 * @param owner,team ids, 0 for none
 * @param changed milliseconds of the last change
 * @param text what it is searched by, folded: a tab and the title, each other field on a line; a blank before each word
 */
record Entry(String entity, long id, long owner, long team, long changed, String text) {
    static final String TITLE = "\t ";
    static final String WORD = " ";
    private static final String LINE = "\n ";
    private static final int LONGEST = 4000;

    /**
     * @param values in the order of {@link SearchedFields#of}, null where empty
     * @param former what those were named by, by field, that were merged into the record
     */
    static String text(EntityType type, List<FieldType> fields, List<Object> values, List<Map<String, String>> former) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            if (values.get(i) instanceof String value && !value.isBlank()) {
                boolean title = fields.get(i).name().equals(type.title());
                add(text, title ? TITLE : LINE, fields.get(i), value);
            }
        }
        for (FieldType field : fields) {
            former.stream()
                    .map(one -> one.get(field.name()))
                    .filter(Objects::nonNull)
                    .forEach(value -> add(text, LINE, field, value));
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text.toString();
    }

    private static void add(StringBuilder text, String before, FieldType field, String value) {
        text.append(before).append(Folded.of(value).text().strip());
        if (SearchedFields.isNumber(field)) {
            text.append(LINE).append(Phone.digits(value));
        }
    }
}
