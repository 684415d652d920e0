package org.salacrm.search.index;

import java.util.List;
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
    private static final int LONGEST = 4000;

    /** @param values in the order of {@link SearchedFields#of}, null where empty */
    static String text(EntityType type, List<FieldType> fields, List<Object> values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            FieldType field = fields.get(i);
            if (values.get(i) instanceof String value && !value.isBlank()) {
                boolean title = field.name().equals(type.title());
                text.append(title ? TITLE : "\n ")
                        .append(Folded.of(value).text().strip());
                if (SearchedFields.isNumber(field)) {
                    text.append("\n ").append(Phone.digits(value));
                }
            }
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text.toString();
    }
}
