package org.salacrm.core.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.Test;
import org.salacrm.core.definition.DefinitionReader;

public class ComparisonsTest {
    private static final String BY_SMELL = "duplicateRules: {a: {entity: account, fields: [{name: name, as: smell}]}}";

    @Test
    public void eachWayToCompareThatADefinitionMayNameIsThere() {
        String refusal =
                catchThrowable(() -> DefinitionReader.read("a.yaml", BY_SMELL)).getMessage();
        List<String> known =
                List.of(refusal.replaceFirst("(?s).*known are ", "").split(", "));
        assertThat(known).contains("company", "person").allSatisfy(as -> assertThat(Comparisons.of(as))
                .isNotNull());
    }
}
