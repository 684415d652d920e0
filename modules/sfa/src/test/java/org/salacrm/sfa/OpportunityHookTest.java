package org.salacrm.sfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.test.FakeChange;
import org.salacrm.test.FakePickLists;
import org.salacrm.test.Proves;

public class OpportunityHookTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:15:00Z");

    private final OpportunityHook hook = new OpportunityHook(
            new OneProduct(7, new BigDecimal("1500.00"), 3),
            new FakePickLists()
                    .with("opportunityStage", "needs open 20", "comparing open 60", "won won 100", "lost lost 0")
                    .with("lostReason", "price competitor", "budget"),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    @Proves("OPP-05")
    public void stageGivesTheProbabilityAndItWeighsTheRevenue() {
        FakeChange change = saved(Map.of("stage", "comparing", "expectedRevenue", new BigDecimal("200000.00")));

        assertThat(change.value("probability")).contains(new BigDecimal(60));
        assertThat(change.value("weightedRevenue")).contains(new BigDecimal("120000.00"));
    }

    @Test
    public void anotherProbabilityNeedsItsReason() {
        FakeChange change = FakeChange.create(Map.of("stage", "needs", "probability", new BigDecimal(80)));
        refused(change, "probabilityReason");

        change.set("probabilityReason", "ลูกค้าขอใบเสนอราคาแล้ว");
        hook.before(change);

        assertThat(change.value("probability")).contains(new BigDecimal(80));
    }

    @Test
    public void nextStageBringsItsOwnProbability() {
        FakeChange first = saved(
                Map.of("stage", "needs", "probability", new BigDecimal(80), "probabilityReason", "ผู้บริหารสนใจ"));
        FakeChange moved = saved(first.then(Map.of("stage", "comparing")));

        assertThat(moved.value("probability")).contains(new BigDecimal(60));
        assertThat(moved.value("probabilityReason")).isEmpty();
    }

    @Test
    @Proves({"OPP-03", "OPP-08"})
    public void revenueIsTheSumOfTheProductsWithPricesFromTheProduct() {
        FakeChange change = saved(Map.of(
                "stage",
                "needs",
                "products",
                List.of(
                        line(7, "2"),
                        Map.of("product", 8L, "quantity", BigDecimal.ONE, "price", new BigDecimal("99.5")))));

        assertThat(change.value("expectedRevenue")).contains(new BigDecimal("3099.50"));
        assertThat(ProductLines.of(change).get(0))
                .containsEntry("unit", 3L)
                .containsEntry("price", new BigDecimal("1500.00"));
    }

    @Test
    @Proves("OPP-08")
    public void revenueTypedByHandStaysWhenProductsChange() {
        FakeChange typed = saved(
                Map.of("stage", "needs", "expectedRevenue", new BigDecimal("5000"), "products", List.of(line(7, "2"))));
        FakeChange more = saved(typed.then(Map.of("products", List.of(line(7, "9")))));

        assertThat(typed.value("revenueTyped")).contains(true);
        assertThat(more.value("expectedRevenue")).contains(new BigDecimal("5000"));

        FakeChange summed = saved(more.then(Map.of("revenueTyped", false)));
        assertThat(summed.value("expectedRevenue")).contains(new BigDecimal("13500.00"));
    }

    @Test
    @Proves("OPP-11")
    public void winningKeepsTheAmountAndTheMoment() {
        FakeChange won = saved(open().then(Map.of("stage", "won", "wonReason", "service")));

        assertThat(won.value("wonAmount")).contains(new BigDecimal("200000.00"));
        assertThat(won.value("closedAt")).contains(NOW);
        assertThat(won.value("open")).contains(false);
    }

    @Test
    @Proves({"OPP-12", "OPP-28", "OPP-29"})
    public void losingToACompetitorSaysToWhichAndHowMuch() {
        FakeChange lost = open().then(Map.of("stage", "lost", "lostReason", "price"));
        refused(lost, "lostCompetitor");

        lost.set("lostCompetitor", 11L);
        hook.before(lost);

        assertThat(lost.value("lostValue")).contains(new BigDecimal("200000.00"));
    }

    @Test
    public void onlyCompetitorInTheRaceIsTheOneWhoWon() {
        FakeChange lost = saved(open().then(Map.of(
                "stage", "lost", "lostReason", "price", "competitors", List.of(Map.of("competitor", 12L)))));

        assertThat(lost.value("lostCompetitor")).contains(12L);
    }

    @Test
    public void losingForLackOfMoneyNamesNobody() {
        FakeChange lost = saved(open().then(Map.of("stage", "lost", "lostReason", "budget")));

        assertThat(lost.value("lostCompetitor")).isEmpty();
    }

    @Test
    @Proves("OPP-22")
    public void reopeningForgetsTheEnd() {
        FakeChange lost = saved(open().then(Map.of("stage", "lost", "lostReason", "budget", "closeNote", "เลื่อน")));
        FakeChange again = saved(lost.then(Map.of("stage", "needs")));

        assertThat(again.value("open")).contains(true);
        for (String field : List.of("closedAt", "lostReason", "lostValue", "closeNote")) {
            assertThat(again.value(field)).as(field).isEqualTo(Optional.empty());
        }
        assertThat(again.value("probability")).contains(new BigDecimal(20));
    }

    private FakeChange open() {
        return saved(Map.of("stage", "comparing", "expectedRevenue", new BigDecimal("200000.00")));
    }

    private FakeChange saved(Map<String, Object> given) {
        return saved(FakeChange.create(given));
    }

    private FakeChange saved(FakeChange change) {
        hook.before(change);
        return change;
    }

    private void refused(FakeChange change, String field) {
        assertThatThrownBy(() -> hook.before(change))
                .isInstanceOfSatisfying(
                        InvalidRecordException.class,
                        refused -> assertThat(refused.refusals().get(0).field()).isEqualTo(field));
    }

    private static Map<String, Object> line(long product, String quantity) {
        return Map.of("product", product, "quantity", new BigDecimal(quantity));
    }
}
