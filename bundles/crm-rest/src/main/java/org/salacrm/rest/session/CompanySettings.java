package org.salacrm.rest.session;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Rights;
import org.salacrm.api.setting.Settings;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;

/** The settings of the company that whoever configures it may change, with their usual Thai values. */
@Component(service = CompanySettings.class)
public final class CompanySettings {
    private static final String PERMISSION = "core.configure";
    private static final long LARGEST_UPLOAD = 1L << 40;
    private static final String ADDRESS = "[0-9a-fA-F.:]{2,45}";
    private static final Map<String, Known> KNOWN = known();

    private final Settings settings;
    private final Rights rights;
    private final Callers callers;

    @Activate
    public CompanySettings(@Reference Settings settings, @Reference Rights rights, @Reference Callers callers) {
        this.settings = settings;
        this.rights = rights;
        this.callers = callers;
    }

    /** A setting: its usual value, and which values are possible. */
    private record Known(Object usual, Predicate<Object> possible) {}

    private static Map<String, Known> known() {
        Map<String, Known> known = new LinkedHashMap<>();
        known.put("timeZone", new Known("Asia/Bangkok", ZoneId.getAvailableZoneIds()::contains));
        known.put("siteAddress", new Known("", CompanySettings::isSite));
        known.put("brand", new Known("", CompanySettings::isColour));
        known.put("upload.maxBytes", new Known(100 << 20, CompanySettings::isSize));
        known.put("export.alertRows", new Known(10_000, CompanySettings::isNumber));
        known.put("health.addresses", new Known(List.of(), CompanySettings::areAddresses));
        return known;
    }

    /** Where people open Sala, for links in e-mails; empty for none. */
    private static boolean isSite(Object value) {
        return value instanceof String site && site.length() <= 200 && site.matches("|https?://[^\\s\"<>]+[^\\s\"<>/]");
    }

    /** Empty for none; white words must be readable on it, and it on white. */
    private static boolean isColour(Object value) {
        if (!(value instanceof String colour) || !colour.matches("|#[0-9a-fA-F]{6}")) {
            return false;
        }
        if (!colour.isEmpty() && Contrast.withWhite(colour) < Contrast.READABLE) {
            String reached = BigDecimal.valueOf(Contrast.withWhite(colour))
                    .setScale(1, RoundingMode.DOWN)
                    .toString();
            throw new RefusedException(400, "brand.faint", Map.of("reached", reached, "needed", Contrast.READABLE));
        }
        return true;
    }

    private static boolean isNumber(Object value) {
        return value instanceof Integer number && number >= 0;
    }

    private static boolean isSize(Object value) {
        return (value instanceof Integer || value instanceof Long)
                && ((Number) value).longValue() >= 1
                && ((Number) value).longValue() <= LARGEST_UPLOAD;
    }

    private static boolean areAddresses(Object value) {
        return value instanceof List<?> list
                && list.stream().allMatch(item -> item instanceof String text && text.matches(ADDRESS));
    }

    /** One of them, for everybody. */
    Object value(String name) {
        return settings.company(name).map(Json::parse).orElse(KNOWN.get(name).usual());
    }

    Shape all() {
        require();
        Shape all = new Shape();
        KNOWN.keySet().forEach(name -> all.with(name, value(name)));
        return all;
    }

    /** Keeps what is given and leaves the rest. */
    Shape change(Map<String, Object> given) {
        require();
        Map<String, String> texts = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (!KNOWN.containsKey(name) || !KNOWN.get(name).possible().test(value)) {
                throw new RefusedException(400, "value.wrong", Map.of("name", name));
            }
            texts.put(name, Json.text(value));
        });
        settings.company(texts);
        return all();
    }

    private void require() {
        if (!rights.permitted(callers.current(), PERMISSION)) {
            throw new ForbiddenException("setting", "update");
        }
    }
}
