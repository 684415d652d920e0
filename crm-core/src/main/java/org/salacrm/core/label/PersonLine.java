package org.salacrm.core.label;

import java.util.regex.Pattern;
import org.salacrm.api.definition.PickLists;
import org.salacrm.core.record.NameForms;

/** A person as a letter addresses him: คุณสมชาย ใจดี, Mr. John Smith; the title in the language of the name. */
record PersonLine(PickLists pickLists) {
    private static final Pattern THAI = Pattern.compile("[ก-๛].*");
    private static final String ANYBODY = "คุณ";

    String of(String name, String salutation) {
        if (name.isBlank()) {
            return "";
        }
        boolean thai = THAI.matcher(name).matches();
        String title = pickLists.get("salutation").items().stream()
                .filter(item -> !salutation.isEmpty() && item.code().equals(salutation))
                .map(item -> item.label().in(thai ? "th" : "en"))
                .findFirst()
                .orElse(thai && NameForms.titles().noneMatch(name::startsWith) ? ANYBODY : "");
        return title.isEmpty() ? name : title + (thai ? "" : " ") + name;
    }
}
