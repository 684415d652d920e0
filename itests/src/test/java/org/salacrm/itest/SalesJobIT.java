package org.salacrm.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.salacrm.test.Proves;

/** What a sales team does first: install, qualify a lead, win the deal or lose it, open it again. */
@RunWith(Parameterized.class)
public class SalesJobIT {
    private static final String TO_CLOSE = "2027-03-31";

    private final Supplier<RunningSala> running;
    private Person admin;

    public SalesJobIT(String database, Supplier<RunningSala> running) {
        this.running = running;
    }

    @Parameters(name = "{0}")
    public static List<Object[]> databases() {
        return List.of(
                new Object[] {"derby", (Supplier<RunningSala>) RunningSala::derby},
                new Object[] {"postgres", (Supplier<RunningSala>) RunningSala::postgres});
    }

    @Before
    public void installSales() {
        admin = Person.administrator(running.get());
        admin.install("sfa");
    }

    @Test
    @Proves({"LCA-23", "LCA-24", "OPP-11", "OPP-27"})
    public void aLeadIsQualifiedAndItsDealWon() {
        JsonNode lead = admin.create(
                "lead", Map.of("name", "คุณสมชาย ใจดี", "company", "บริษัท ทดสอบระบบ จำกัด", "expectedValue", 250000));
        admin.act("lead", lead.get("id").asText(), "qualify", Map.of("opportunity.expectedCloseOn", TO_CLOSE));
        JsonNode qualified = admin.get("/api/records/lead/" + lead.get("id").asText());
        assertThat(qualified.at("/account/label").asText()).isEqualTo("บริษัท ทดสอบระบบ จำกัด");
        String deal = qualified.at("/opportunity/id").asText();
        assertThat(deal).isNotEmpty();

        admin.act("opportunity", deal, "close-won", Map.of("wonReason", anyCode("opportunity", "wonReason")));
        JsonNode won = admin.get("/api/records/opportunity/" + deal);
        assertThat(won.get("stage").asText()).isEqualTo("won");
        assertThat(won.get("wonAmount").asLong()).isEqualTo(250000);
    }

    @Test
    @Proves({"OPP-22", "OPP-28", "OPP-29"})
    public void aLostDealTellsWhyAndCanBeOpenedAgain() {
        String account = admin.create("account", Map.of("name", "บริษัท คู่แข่งเยอะ จำกัด"))
                .get("id")
                .asText();
        String competitor = admin.create("competitor", Map.of("name", "คู่แข่ง ก"))
                .get("id")
                .asText();
        String deal = admin.create(
                        "opportunity", Map.of("name", "ระบบใหม่", "account", account, "expectedCloseOn", TO_CLOSE))
                .get("id")
                .asText();
        String reason = anyCode("opportunity", "lostReason");
        admin.act(
                "opportunity",
                deal,
                "close-lost",
                Map.of("lostReason", reason, "lostCompetitor", competitor, "lostValue", 50000));
        JsonNode lost = admin.get("/api/records/opportunity/" + deal);
        assertThat(lost.get("stage").asText()).isEqualTo("lost");
        assertThat(lost.at("/lostCompetitor/label").asText()).isEqualTo("คู่แข่ง ก");
        assertThat(lost.get("lostValue").asLong()).isEqualTo(50000);
        admin.act("opportunity", deal, "reopen", Map.of("stage", "contacted"));
        assertThat(admin.get("/api/records/opportunity/" + deal).get("stage").asText())
                .isEqualTo("contacted");
    }

    @Test
    public void theModuleGoesAndComesBackWithItsData() {
        admin.create("opportunity", Map.of("name", "อยู่ต่อ", "account", anyAccount(), "expectedCloseOn", TO_CLOSE));
        long deals = admin.count("opportunity");
        admin.job("/api/modules/sfa/uninstall");
        HttpResponse<String> gone = admin.send("POST", "/api/records/opportunity/query", Map.of("fields", List.of()));
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
        admin.install("sfa");
        assertThat(admin.count("opportunity")).isEqualTo(deals);
    }

    @Test
    public void aStaleVersionIsRefusedWithTheRecordAsItIs() {
        String id = anyAccount();
        String path = "/api/records/account/" + id;
        String version = '"' + admin.get(path).get("version").asText() + '"';
        admin.ok("PATCH", path, Map.of("remark", "ก่อน"), "If-Match", version);
        HttpResponse<String> late = admin.send("PATCH", path, Map.of("remark", "ทีหลัง"), "If-Match", version);
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body()).contains("ก่อน");
        assertThat(admin.send("PATCH", path, Map.of("remark", "x")).statusCode())
                .isEqualTo(428);
    }

    private String anyAccount() {
        return admin.create("account", Map.of("name", "บริษัท ตัวอย่าง จำกัด"))
                .get("id")
                .asText();
    }

    private String anyCode(String entity, String field) {
        for (JsonNode candidate : admin.get("/api/types/" + entity).get("fields")) {
            if (candidate.get("name").asText().equals(field)) {
                return candidate.at("/options/0/code").asText();
            }
        }
        throw new AssertionError("no field " + field);
    }
}
