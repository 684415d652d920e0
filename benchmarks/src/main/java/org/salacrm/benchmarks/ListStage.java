package org.salacrm.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/** W3: the first 50 opportunities of a stage by amount, with the names of account and owner, within the rights. */
final class ListStage implements Work {
    private static final List<String> FIELDS =
            List.of("name", "account", "stage", "expectedRevenue", "probability", "expectedCloseOn", "owner");
    private static final String COLUMNS = "select o.id, o.version, o.name, a.id, a.name, o.stage, o.expected_revenue,"
            + " o.probability, o.expected_close_on, u.id, u.name from (";
    private static final String NAMES = ") k join sfa_opportunity o on o.id = k.id"
            + " left join core_account a on a.id = o.account_id left join core_user u on u.id = o.owner_id"
            + " order by o.expected_revenue desc, o.id desc";
    private static final String FIRST = " order by expected_revenue desc, id desc fetch first 51 rows only";

    private final String caller;
    private final IntFunction<String> login;
    private final String headers;

    private ListStage(String caller, String headers, IntFunction<String> login) {
        this.caller = caller;
        this.login = login;
        this.headers = headers;
    }

    /** One for every kind of caller. */
    static List<Work> all() {
        IntFunction<String> owners = client -> Company.login(client * Company.TEAM_SIZE);
        return List.of(
                new ListStage("own and team, 10 %", "", owners),
                new ListStage("own and team, compressed", "Accept-Encoding: gzip\r\n", owners),
                new ListStage("nothing", "", client -> Company.NOTHING),
                new ListStage("0.1 %", "", client -> Company.FEW),
                new ListStage("all", "", client -> Company.ADMIN));
    }

    @Override
    public String id() {
        return "W3";
    }

    @Override
    public String title() {
        return "list of a stage by amount; sees " + caller;
    }

    @Override
    public String login(int client) {
        return login.apply(client);
    }

    @Override
    public Step overHttp(Person person, int client) {
        List<byte[]> questions =
                Company.STAGES.stream().map(stage -> question(person, stage)).toList();
        return () -> person.ok(questions.get(ThreadLocalRandom.current().nextInt(questions.size())));
    }

    private byte[] question(Person person, String stage) {
        return person.request(
                "POST",
                "/api/records/opportunity/query",
                headers,
                Map.of(
                        "fields",
                        FIELDS,
                        "filter",
                        Map.of("field", "stage", "op", "=", "value", stage),
                        "sort",
                        List.of(Map.of("path", "expectedRevenue", "desc", true)),
                        "limit",
                        50));
    }

    @Override
    public Step plain(Connection connection, int client) throws SQLException {
        Jdbc jdbc = new Jdbc(connection);
        if (login(client).equals(Company.ADMIN)) {
            Jdbc.Reading all = jdbc.select(COLUMNS + "select id from sfa_opportunity where stage = ?" + FIRST + NAMES);
            return () -> all.with(anyStage());
        }
        String own = "select id, expected_revenue from sfa_opportunity where owner_id = ? and stage = ?" + FIRST;
        String team = own.replace("owner_id", "team_id");
        Jdbc.Reading reachable = jdbc.select(COLUMNS + "select id from (select * from (" + own + ") b0 union select *"
                + " from (" + team + ") b1) z" + FIRST + NAMES);
        int user = login(client).equals(Company.FEW)
                ? Company.OWNERS
                : login(client).equals(Company.NOTHING) ? Company.OWNERS + 1 : client * Company.TEAM_SIZE;
        return () -> {
            String stage = anyStage();
            reachable.with(Company.user(user), stage, Company.teamOf(user), stage);
        };
    }

    private static String anyStage() {
        return Company.STAGES.get(ThreadLocalRandom.current().nextInt(Company.STAGES.size()));
    }
}
