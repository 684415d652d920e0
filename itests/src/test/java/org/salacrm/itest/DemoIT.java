package org.salacrm.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** The made-up company as somebody meets it who starts the product to look at it. */
public class DemoIT {
    private static RunningSala sala;
    private static Person administrator;

    @BeforeClass
    public static void start() {
        sala = RunningSala.fresh(TestPostgres.folder("demo"), Map.of("SALA_DEMO", "true"));
        Wait.until(sala::log, Duration.ofMinutes(3), () -> sala.log().contains("the demo company was made"));
        administrator = Person.persona(sala, "administrator");
        administrator.install("sfa");
        Wait.until(sala::log, Duration.ofMinutes(3), () -> sala.log().contains("the demo company has its deals"));
    }

    @AfterClass
    public static void stop() {
        sala.close();
    }

    @Test
    public void fourPeopleComeInWithoutAPassword() {
        assertThat(List.of("sales", "manager", "service", "administrator"))
                .allSatisfy(who -> assertThat(Person.persona(sala, who)
                                .get("/api/session")
                                .at("/user/login")
                                .asText())
                        .isNotEmpty());
    }

    @Test
    public void theCompanyHasItsPeopleCustomersAndDeals() {
        assertThat(administrator.count("team")).isEqualTo(3);
        assertThat(administrator.count("user"))
                .as("twelve and the first administrator")
                .isEqualTo(13);
        assertThat(administrator.count("account")).isBetween(280L, 320L);
        assertThat(administrator.count("lead")).isBetween(480L, 520L);
        assertThat(administrator.count("opportunity")).isBetween(380L, 400L);
    }

    @Test
    public void aSalespersonHasWorkTodayAndDealsThisMonth() {
        Person sales = Person.persona(sala, "sales");
        assertThat(sales.count("activity", within("dueAt", "@today"))).isPositive();
        assertThat(sales.count("opportunity", within("expectedCloseOn", "@thisMonth")))
                .isPositive();
        // Not "this week": on a Monday before work nobody has asked yet.
        assertThat(sales.count("lead", Map.of("field", "createdAt", "op", ">=", "value", "@today-7d")))
                .isPositive();
    }

    @Test
    public void aManagerSeesHisTeamAndNobodyElse() {
        Person manager = Person.persona(sala, "manager");
        JsonNode deals = manager.query("opportunity", Map.of("fields", List.of("team"), "limit", 200));
        assertThat(deals.findValuesAsText("label")).hasSizeGreaterThan(50).containsOnly("ทีมขายกรุงเทพฯ");
        assertThat(manager.count("opportunity")).isLessThan(administrator.count("opportunity"));
    }

    private static Map<String, ?> within(String field, String period) {
        return Map.of("field", field, "op", "within", "value", period);
    }
}
