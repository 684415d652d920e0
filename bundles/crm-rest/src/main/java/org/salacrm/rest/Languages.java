package org.salacrm.rest;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;

/** The languages the product speaks, and the one a browser prefers. */
public final class Languages {
    public static final Set<String> ALL = Set.of("th", "en");

    private Languages() {}

    /** The first language of the browser's list that the product speaks; English when there is none. */
    static String asked(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return "en";
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(ALL::contains)
                .findFirst()
                .orElse("en");
    }
}
