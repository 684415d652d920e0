package org.salacrm.core.mail;

import java.util.List;
import java.util.Map;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;

/** What a setting of e-mail may be. */
final class MailSettingCheck {
    private static final int LONGEST = 200;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_SIGNATURE = 2000;

    private MailSettingCheck() {}

    /** @throws InvalidRecordException naming the setting */
    static void check(String name, String value) {
        switch (name) {
            case "host", "bounceHost" -> require(name, value.matches("[A-Za-z0-9.:-]{0,200}"), value);
            case "port", "bouncePort" -> {
                if (!isPort(value)) {
                    throw refusal(name, "invalid.port", Map.of("max", HIGHEST_PORT));
                }
            }
            case "security", "bounceSecurity" ->
                require(name, List.of("none", "starttls", "tls").contains(value), value);
            case "senderAddress" -> require(name, value.isEmpty() || Addresses.isOne(value), value);
            case "senderName", "user", "bounceUser", "bounceFolder" ->
                require(name, value.length() <= LONGEST && !value.matches("(?s).*\\p{Cntrl}.*"), value);
            case "signature" -> require(name, value.length() <= LONGEST_SIGNATURE, value);
            default -> throw refusal(name, "invalid.unknown", Map.of("field", name));
        }
    }

    private static boolean isPort(String value) {
        return value.matches("[0-9]{1,5}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= HIGHEST_PORT;
    }

    private static void require(String name, boolean good, String value) {
        if (!good) {
            throw refusal(name, "invalid.pick", Map.of("value", value.substring(0, Math.min(LONGEST, value.length()))));
        }
    }

    private static InvalidRecordException refusal(String name, String key, Map<String, ?> values) {
        return new InvalidRecordException(List.of(new Refusal(name, key, values)));
    }
}
