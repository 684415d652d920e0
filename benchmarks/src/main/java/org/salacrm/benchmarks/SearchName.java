package org.salacrm.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** W5: accounts by a part of their name, within the rights. */
final class SearchName implements Work {
    private final Store store;

    SearchName(Store store) {
        this.store = store;
    }

    @Override
    public String id() {
        return "W5";
    }

    @Override
    public String title() {
        return "search accounts by a part of the name";
    }

    @Override
    public Step overHttp(Person person, int client) {
        return () -> person.ok(person.request(
                "POST",
                "/api/records/account/query",
                "",
                Map.of(
                        "fields",
                        List.of("name", "phone", "owner"),
                        "text",
                        anyTerm(),
                        "textField",
                        "name",
                        "limit",
                        20)));
    }

    @Override
    public Step plain(Connection connection, int client) throws SQLException {
        Jdbc.Reading found = new Jdbc(connection)
                .select("select a.id, a.version, a.name, a.phone, u.name from core_account a"
                        + " left join core_user u on u.id = a.owner_id where (a.owner_id = ? or a.team_id = ?) and "
                        + store.ignoringCase("a.name") + " order by a.id fetch first 21 rows only");
        return () -> found.with(
                Company.user(client), Company.teamOf(client), "%" + anyTerm().toLowerCase(Locale.ROOT) + "%");
    }

    private static String anyTerm() {
        return Names.TERMS.get(ThreadLocalRandom.current().nextInt(Names.TERMS.size()));
    }
}
