package org.salacrm.core.query;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.Test;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;

public class ManyValuesTest {
    @Test
    public void ofTooManyValuesTheNumberAndTheFirstFewAreTold() {
        List<Integer> values = IntStream.range(0, 1400).boxed().toList();

        assertThatThrownBy(() -> Filter.parse(Map.of("field", "id", "op", "in", "value", values)))
                .isInstanceOf(MalformedQueryException.class)
                .hasMessage("id: operator in cannot take 1400 values: [0, 1, 2, 3, 4] …; it takes at most 1000");
    }
}
