package org.salacrm.core.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;

/** Whom a message goes to: plain addresses, in which nothing can hide that a mail server would take for a header. */
final class Addresses {
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{M}\\p{N}-]{1,63}"
                    + "(\\.[\\p{L}\\p{M}\\p{N}-]{1,63})*");
    private static final int LONGEST = 254;
    private static final int MOST = 100;
    private static final int SHOWN = 60;

    private Addresses() {}

    static boolean isOne(String text) {
        return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
    }

    /** @throws InvalidRecordException naming the field */
    static List<String> checked(String field, List<String> given) {
        List<Refusal> refusals = new ArrayList<>();
        List<String> sound = given.stream().map(String::strip).distinct().toList();
        for (String address : sound) {
            if (!isOne(address)) {
                String shown = address.length() <= SHOWN ? address : address.substring(0, SHOWN) + "…";
                refusals.add(new Refusal(field, "invalid.email", Map.of("value", shown)));
            }
        }
        if (sound.size() > MOST) {
            refusals.add(new Refusal(field, "invalid.mail.receivers", Map.of("max", MOST)));
        }
        if (!refusals.isEmpty()) {
            throw new InvalidRecordException(refusals);
        }
        return sound;
    }

    static String joined(List<String> addresses) {
        return addresses.isEmpty() ? null : String.join(",", addresses);
    }

    static List<String> parted(Object text) {
        return text == null ? List.of() : List.of(text.toString().split(","));
    }
}
