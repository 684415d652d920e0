package org.salacrm.api.definition;

import java.util.List;

/**
 * By what two records of an entity are found to be the same; YAML kind {@code duplicateRules}. Each field that agrees
 * or differs makes it more or less likely. Weights are tenths of a power of ten: 10 makes it ten times as likely, 20 a
 * hundred times, and -10 the tenth.
 *
 * @param before how likely it is before anything was compared; negative, since most are not the same
 * @param sharpness least score, 0 to 100, from which two are told of
 * @param fields what is compared
 */
public record DuplicateRule(String id, String entity, int before, int sharpness, List<Field> fields)
        implements Definition {

    /**
     * Something that is compared.
     *
     * @param name by which it is told as a reason and chosen as a pattern; the name of a field
     * @param of fields that are taken for one, such as several phones; nothing: the field of that name
     * @param as how it is compared: company, person, phone, personPhone, email, personEmail, taxId, branch, website,
     *     address or code
     * @param same weight when it is surely the same
     * @param different weight when it surely is not, negative
     * @param keyed whether records are looked for by it
     */
    public record Field(String name, List<String> of, String as, int same, int different, boolean keyed) {

        /** The names of the fields that it reads. */
        public List<String> allOf() {
            return of.isEmpty() ? List.of(name) : of;
        }
    }
}
