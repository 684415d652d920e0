package org.salacrm.core.record;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.api.definition.Form;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.Op;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.test.FakeChange;
import org.salacrm.test.Types;

public class FormRulesTest {
    private final FormRules rules = new FormRules(registry(new Form(
            "x.visit",
            "visit",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                    new Form.When("subject", Filter.NONE, Filter.NONE, Filter.eq("type", "done")),
                    when("place", Filter.NONE, Filter.eq("type", "appointment")),
                    when("pinned", Filter.eq("pinned", true), Filter.NONE),
                    when("reason", Filter.where("amount", Op.GT, 100), Filter.where("type", Op.NE, "phone"))))));

    @Test
    public void whatAConditionDemandsIsDemandedWhileItHolds() {
        assertThatThrownBy(() -> write(FakeChange.create(Map.of("type", "appointment"))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("place");
        assertThatCode(() -> write(FakeChange.create(Map.of("type", "appointment", "place", "ขอนแก่น"))))
                .doesNotThrowAnyException();
        assertThatCode(() -> write(FakeChange.create(Map.of("type", "phone")))).doesNotThrowAnyException();
    }

    @Test
    public void whatIsNotInSightIsNotDemanded() {
        assertThatCode(() -> write(FakeChange.create(Map.of("amount", new BigDecimal("100.00")))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> write(FakeChange.create(Map.of("amount", new BigDecimal("100.01")))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("reason");
    }

    @Test
    public void whatWasThereBeforeTheRuleIsLeftAloneUntilItIsTouched() {
        Map<String, Object> old = Map.of("type", "appointment");
        assertThatCode(() -> write(FakeChange.update(old, Map.of("subject", "x"))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> write(FakeChange.update(Map.of("type", "phone"), old)))
                .isInstanceOf(InvalidRecordException.class);
    }

    @Test
    public void whatIsNotInSightIsNotFilledInButEmptied() {
        assertThatThrownBy(() -> write(FakeChange.create(Map.of("type", "phone", "reason", "x"))
                        .choosing("type", "reason")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("reason");
        assertThatCode(() -> write(FakeChange.create(Map.of("type", "phone", "reason", "x"))))
                .as("a hook may")
                .doesNotThrowAnyException();
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("reason", null);
        assertThatCode(() ->
                        write(FakeChange.update(Map.of("reason", "x"), nothing).choosing("reason")))
                .doesNotThrowAnyException();
    }

    @Test
    public void aMarkThatIsSeenWhileItIsSetIsTakenAway() {
        for (boolean on : List.of(true, false)) {
            assertThatCode(() -> write(FakeChange.update(Map.of("pinned", !on), Map.of("pinned", on))
                            .choosing("pinned")))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    public void whatIsOnlyReadStaysAsItIsUnlessWhatItDependsOnChangesToo() {
        Map<String, Object> done = Map.of("subject", "x", "type", "done");
        assertThatThrownBy(() ->
                        write(FakeChange.update(done, Map.of("subject", "y")).choosing("subject")))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("subject");
        assertThatCode(() -> write(FakeChange.update(done, Map.of("subject", "y", "type", "phone"))
                        .choosing("subject", "type")))
                .doesNotThrowAnyException();
        assertThatCode(() -> write(FakeChange.create(done).choosing("subject", "type")))
                .doesNotThrowAnyException();
    }

    private void write(FakeChange change) {
        rules.before(change.of(Types.entity(
                "visit",
                Types.text("subject", false),
                Types.text("type", false),
                Types.text("place", false),
                Types.text("reason", false),
                Types.of("pinned", Kind.BOOL, Boolean.class),
                Types.of("amount", Kind.MONEY, BigDecimal.class))));
    }

    private static Form.When when(String field, Filter visible, Filter required) {
        return new Form.When(field, visible, required, Filter.NONE);
    }

    /** A registry that knows this form and nothing else. */
    private static Registry registry(Form form) {
        return (Registry) Proxy.newProxyInstance(
                Registry.class.getClassLoader(), new Class<?>[] {Registry.class}, (proxy, method, given) -> {
                    if (method.getName().equals("all")) {
                        return List.of(form);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
