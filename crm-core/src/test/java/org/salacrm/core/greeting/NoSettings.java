package org.salacrm.core.greeting;

import java.util.Map;
import org.salacrm.api.mail.MailSettings;

/** A company that has set nothing up. */
record NoSettings() implements MailSettings {

    @Override
    public Map<String, Object> all() {
        return Map.of();
    }

    @Override
    public Map<String, Object> change(Map<String, ?> given) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String test(String address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String signature() {
        return "";
    }

    @Override
    public void signature(String text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String closing() {
        return "";
    }
}
