package org.salacrm.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.Test;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;

public class MailSettingCheckTest {
    @Test
    public void aPortIsAWholeNumberUpToTheHighest() {
        for (String name : List.of("port", "bouncePort")) {
            for (String wrong : List.of("", "0", "65536", "99999", "-1", "25.5", "smtp", "1e3", "٢٥")) {
                Refusal refusal = catchThrowableOfType(
                                InvalidRecordException.class, () -> MailSettingCheck.check(name, wrong))
                        .refusals()
                        .get(0);
                assertThat(refusal.field()).isEqualTo(name);
                assertThat(refusal.messageKey()).as(wrong).isEqualTo("invalid.port");
                assertThat(refusal.values()).hasToString("{max=65535}");
            }
            MailSettingCheck.check(name, "1");
            MailSettingCheck.check(name, "65535");
        }
    }
}
