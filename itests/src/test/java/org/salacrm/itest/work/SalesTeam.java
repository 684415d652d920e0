package org.salacrm.itest.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salacrm.itest.Person;
import org.salacrm.itest.RunningSala;

/** A sales team with the rights that a new installation gives: a salesperson, a colleague of his, their manager. */
final class SalesTeam {
    private static final Map<RunningSala, SalesTeam> TEAMS = new HashMap<>();

    final Person administrator;
    final Person salesperson;
    final Person colleague;
    final Person manager;
    final Person stranger;
    private final RunningSala sala;

    /** The same for all tests on one Sala. */
    static SalesTeam of(RunningSala sala) {
        return TEAMS.computeIfAbsent(sala, SalesTeam::new);
    }

    private SalesTeam(RunningSala sala) {
        this.sala = sala;
        administrator = Person.administrator(sala);
        administrator.install("sfa");
        String team = team("ทีมขายในเมือง");
        salesperson = hire("seller", "Salesperson", team);
        colleague = hire("colleague", "Salesperson", team);
        manager = hire("manager", "Sales manager", team);
        stranger = hire("stranger", "Salesperson", team("ทีมขายต่างจังหวัด"));
    }

    private String team(String name) {
        return administrator.create("team", Map.of("name", name)).get("id").asText();
    }

    /** @param team empty for somebody who is in none */
    Person hire(String login, String role, String team) {
        Map<String, Object> values = new HashMap<>(Map.of("login", login, "name", login));
        values.put("roles", List.of(Map.of("role", role(role))));
        if (!team.isEmpty()) {
            values.put("team", team);
        }
        JsonNode user = administrator.create("user", values);
        String given = administrator
                .act("user", user.get("id").asText(), "reset-password", Map.of())
                .toString();
        return Person.firstSignIn(sala, login, given, Person.PASSWORD);
    }

    private String role(String name) {
        return administrator
                .query(
                        "role",
                        Map.of("fields", List.of(), "filter", Map.of("field", "nameEn", "op", "=", "value", name)))
                .at("/items/0/id")
                .asText();
    }
}
