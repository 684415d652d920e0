package org.salacrm.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.salacrm.api.record.History.Entry;
import org.salacrm.api.record.Records;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.record.HistoryReader;
import org.salacrm.test.Proves;

/** An activity is part of the history of a customer, and does not go out of it in silence. */
public class RemovedActivitiesTest extends ActionCase {

    @Test
    @Proves("ACT-13")
    public void whoTakesAnActivityAwayIsToldWhereverItStood() {
        long account = made("account", Map.of("name", "Siam Rice"));
        long contact = made("contact", Map.of("name", "Malee", "account", account));
        long lead = made("lead", Map.of("name", "Anan"));
        for (Map<String, Object> about : List.of(
                Map.<String, Object>of("regarding", Map.of("entity", "lead", "id", lead), "account", account),
                Map.<String, Object>of("regarding", Map.of("entity", "contact", "id", contact)))) {
            world.records.delete("activity", activity(about), Records.ANY_VERSION);
        }

        assertThat(traces("lead", lead)).containsExactly("remove-activity");
        assertThat(traces("contact", contact)).containsExactly("remove-activity");
        assertThat(traces("account", account)).containsExactly("remove-activity", "remove-activity");
        assertThat(history("account", account).get(0).by().id()).isEqualTo(7);
        assertThat(history("account", account).get(0).changes())
                .as("not everybody who reads the customer could read it")
                .isEmpty();
    }

    @Test
    public void whereTheCustomerIsGoneHimselfNothingIsTold() {
        long account = made("account", Map.of("name", "Gone first"));
        long call = activity(Map.of("account", account));
        world.records.delete("account", account, Records.ANY_VERSION);
        world.records.delete("activity", call, Records.ANY_VERSION);

        assertThat(world.queries.one("activity", call, List.of())).isEmpty();
    }

    private long made(String entity, Map<String, Object> values) {
        return world.records.create(entity, values).id();
    }

    private long activity(Map<String, Object> about) {
        Map<String, Object> values = new HashMap<>(about);
        values.putAll(Map.of("type", "phone", "subject", "call"));
        return made("activity", values);
    }

    private List<Entry> history(String entity, long id) {
        return new HistoryReader(world.store.tx(), world.types, world.callers, world.given)
                .of(entity, id, "")
                .items();
    }

    private List<String> traces(String entity, long id) {
        return history(entity, id).stream()
                .map(Entry::verb)
                .filter(verb -> !verb.equals("create"))
                .toList();
    }
}
