package org.salacrm.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** W7: count and sum of all opportunities by stage, owner and month. */
final class PipelineReport implements Work {
    private final Store store;

    PipelineReport(Store store) {
        this.store = store;
    }

    @Override
    public String id() {
        return "W7";
    }

    @Override
    public String title() {
        return "report: stage × owner × month";
    }

    @Override
    public String login(int client) {
        return Company.ADMIN;
    }

    @Override
    public Step overHttp(Person person, int client) {
        Map<String, Object> measures =
                Map.of("count", Map.of("function", "count"), "sum", Map.of("function", "sum", "of", "expectedRevenue"));
        byte[] report = person.request(
                "POST",
                "/api/query",
                "",
                Map.of(
                        "dimensions",
                        List.of(
                                Map.of("name", "stage", "path", "stage"),
                                Map.of("name", "owner", "path", "owner"),
                                Map.of("name", "month", "path", "expectedCloseOn", "bucket", "month")),
                        "facts",
                        Map.of("deals", Map.of("entity", "opportunity", "measures", measures))));
        return () -> person.ok(report);
    }

    @Override
    public Step plain(Connection connection, int client) throws SQLException {
        String months = "select stage, owner_id, expected_revenue, " + store.month("expected_close_on")
                + " as month_of from sfa_opportunity";
        String groups = "select stage, owner_id, month_of, count(*), sum(expected_revenue) from (" + months
                + ") o group by stage, owner_id, month_of";
        Jdbc.Reading report = new Jdbc(connection)
                .select("select g.*, u.name from (" + groups + ") g left join core_user u on u.id = g.owner_id");
        return report::with;
    }
}
