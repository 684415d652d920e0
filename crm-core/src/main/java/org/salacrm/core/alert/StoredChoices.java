package org.salacrm.core.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.alert.AlertChoices;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Rights;
import org.salacrm.api.setting.Settings;
import org.salacrm.core.definition.CompanyZone;

/** The choices as settings of company and user, one JSON text each. */
@Component(service = {AlertChoices.class, StoredChoices.class})
public class StoredChoices implements AlertChoices {
    private static final String KEY = "alerts";
    private static final int LONGEST = 8_000;
    private static final String CONFIGURE = "core.configure";
    private static final Pattern HOUR = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final List<String> PARTS = List.of("kinds", "quietFrom", "quietTo", "digestAt");
    private static final List<String> MAILS = List.of("off", "now", "digest");
    /** Where a person is asked or named, he is told at once wherever he is. */
    private static final List<String> ASKING = List.of("resource", "mention");

    private final ObjectMapper json = new ObjectMapper();
    private final Settings settings;
    private final PickLists pickLists;
    private final Callers callers;
    private final Rights rights;
    private final CompanyZone zone;

    @Activate
    public StoredChoices(
            @Reference Settings settings,
            @Reference PickLists pickLists,
            @Reference Callers callers,
            @Reference Rights rights,
            @Reference CompanyZone zone) {
        this.settings = settings;
        this.pickLists = pickLists;
        this.callers = callers;
        this.rights = rights;
        this.zone = zone;
    }

    @Override
    public Choice mine() {
        return of(callers.current().user());
    }

    Choice of(long user) {
        return settings.user(user, KEY)
                .filter(text -> !text.isEmpty())
                .map(text -> read(text, company()))
                .orElseGet(this::company);
    }

    @Override
    public Choice company() {
        return settings.company(KEY)
                .filter(text -> !text.isEmpty())
                .map(text -> read(text, usual()))
                .orElseGet(this::usual);
    }

    @Override
    public void mine(Map<String, ?> choice) {
        settings.user(callers.current().user(), KEY, choice.isEmpty() ? "" : checked(choice));
    }

    @Override
    public void company(Map<String, ?> choice) {
        if (!rights.permitted(callers.current(), CONFIGURE)) {
            throw new ForbiddenException("setting", "update");
        }
        settings.company(KEY, choice.isEmpty() ? "" : checked(choice));
    }

    private Choice usual() {
        Map<String, Channels> kinds = new LinkedHashMap<>();
        pickLists
                .get("alertKind")
                .items()
                .forEach(item ->
                        kinds.put(item.code(), new Channels(true, true, ASKING.contains(item.code()) ? "now" : "off")));
        return new Choice(kinds, "19:00", "07:00", "08:00");
    }

    /** What the text does not speak of is as it is in the other choice. */
    private Choice read(String text, Choice other) {
        try {
            JsonNode tree = json.readTree(text);
            Map<String, Channels> kinds = new LinkedHashMap<>();
            other.kinds().forEach((kind, ways) -> {
                JsonNode own = tree.path("kinds").path(kind);
                kinds.put(
                        kind,
                        new Channels(
                                own.path("program").asBoolean(ways.program()),
                                own.path("desktop").asBoolean(ways.desktop()),
                                own.path("mail").asText(ways.mail())));
            });
            return new Choice(
                    kinds,
                    tree.path("quietFrom").asText(other.quietFrom()),
                    tree.path("quietTo").asText(other.quietTo()),
                    tree.path("digestAt").asText(other.digestAt()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the choice of alerts holds no JSON", e);
        }
    }

    private String checked(Map<String, ?> choice) {
        JsonNode tree = json.valueToTree(choice);
        choice.keySet().stream()
                .filter(name -> !PARTS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw InvalidRecordException.noChoice(name, tree.get(name).toString());
                });
        if (!tree.path("kinds").isMissingNode() && !tree.path("kinds").isObject()) {
            throw InvalidRecordException.noChoice("kinds", tree.get("kinds").toString());
        }
        hour(tree, "quietFrom", true);
        hour(tree, "quietTo", true);
        hour(tree, "digestAt", false);
        tree.path("kinds").properties().forEach(kind -> {
            JsonNode ways = kind.getValue();
            boolean sound = ways.isObject()
                    && MAILS.contains(ways.path("mail").asText("off"))
                    && usual().kinds().containsKey(kind.getKey())
                    && List.of("program", "desktop").stream()
                            .allMatch(way -> ways.path(way).isMissingNode()
                                    || ways.path(way).isBoolean());
            if (!sound) {
                throw InvalidRecordException.noChoice("kinds." + kind.getKey(), ways.toString());
            }
        });
        String text = tree.toString();
        if (text.length() > LONGEST) { // it is read with every alert
            throw InvalidRecordException.tooLong("kinds", LONGEST);
        }
        return text;
    }

    private static void hour(JsonNode tree, String name, boolean none) {
        JsonNode hour = tree.path(name);
        boolean sound = hour.isMissingNode()
                || hour.isTextual()
                        && (none && hour.asText().isEmpty()
                                || HOUR.matcher(hour.asText()).matches());
        if (!sound) {
            throw new InvalidRecordException(name, "invalid.time");
        }
    }

    /** Whether it is one of the hours in which nothing rings. */
    boolean quiet(Choice choice, Instant now) {
        if (choice.quietFrom().isEmpty() || choice.quietTo().isEmpty()) {
            return false;
        }
        LocalTime from = LocalTime.parse(choice.quietFrom());
        LocalTime to = LocalTime.parse(choice.quietTo());
        LocalTime time = now.atZone(zone.get()).toLocalTime();
        boolean begun = !time.isBefore(from);
        boolean goesOn = time.isBefore(to);
        return from.isAfter(to) ? begun || goesOn : begun && goesOn;
    }

    /** The last time the digest was to be sent. */
    Instant lastDigest(Choice choice, Instant now) {
        LocalTime at = LocalTime.parse(choice.digestAt());
        var local = now.atZone(zone.get());
        var today = local.toLocalDate().atTime(at).atZone(zone.get());
        return (today.isAfter(local) ? today.minusDays(1) : today).toInstant();
    }
}
