package org.salacrm.itest.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Makes leads and qualifies them: account, contact and deal come into being together with the lead's new state. */
final class LeadClerk implements Clerk {
    private final Desk desk;
    /** Names of what was written since the last comparison, with whether its qualification was acknowledged. */
    private final Map<String, Boolean> qualified = new LinkedHashMap<>();

    private int made;

    LeadClerk(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void write() {
        String name = desk.name() + "-" + made++;
        qualified.put(name, false);
        String id = desk.ask("POST", "/api/records/lead", Map.of("name", name, "company", name))
                .get("id")
                .asText();
        desk.act("lead", id, "qualify", Map.of("opportunity.expectedCloseOn", "2030-01-31"));
        qualified.put(name, true);
    }

    @Override
    public Set<String> compare() {
        Set<String> events = new HashSet<>();
        qualified.forEach((name, acknowledged) -> {
            JsonNode leads = desk.found("lead", "name", "=", name, "account", "contact", "opportunity", "status");
            assertThat(leads.size()).as("leads named %s", name).isLessThanOrEqualTo(1);
            assertThat(acknowledged && leads.isEmpty()).as("%s is lost", name).isFalse();
            boolean is = leads.path(0).path("status").asText().equals("qualified");
            assertThat(is || !acknowledged).as("%s is qualified", name).isTrue();
            leads.forEach(lead -> events.add("lead " + lead.get("id").asText() + " " + lead.get("version")));
            for (String entity : new String[] {"account", "contact", "opportunity"}) {
                JsonNode made = desk.found(entity, "name", "=", name);
                assertThat(made.size()).as("%s of %s", entity, name).isEqualTo(is ? 1 : 0);
                if (is) {
                    assertThat(leads.path(0).at("/" + entity + "/id"))
                            .isEqualTo(made.path(0).get("id"));
                    events.add(entity + " " + made.path(0).get("id").asText() + " 1");
                }
            }
        });
        qualified.clear();
        return events;
    }
}
