package org.salacrm.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;

public class OrderTest {

    @Test
    public void aListThatPeopleKnowIsSortedInItsOrderAndALongOneByItsCodes() {
        assertThat(orderOf(50).codes()).hasSize(50);
        assertThat(orderOf(51).codes()).isEmpty();
    }

    private static Order orderOf(int size) {
        List<String> codes =
                IntStream.range(0, size).mapToObj(Integer::toString).toList();
        return new Order(null, false, codes);
    }
}
