package org.salacrm.core.action;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.Test;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.test.FakeChange;

public class StageChangeHookTest {

    @Test
    public void nobodyMakesUpWhatARecordWentThrough() {
        FakeChange change = FakeChange.create(Map.of("toState", "won"));

        assertThatThrownBy(() -> new StageChangeHook().before(change)).isInstanceOf(ForbiddenException.class);
    }
}
