package org.salacrm.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** W4: one opportunity with all its fields, the names it refers to and its parts. */
final class ReadOpportunity implements Work {
    private final Company company;

    ReadOpportunity(Company company) {
        this.company = company;
    }

    @Override
    public String id() {
        return "W4";
    }

    @Override
    public String title() {
        return "read one opportunity with everything";
    }

    @Override
    public Step overHttp(Person person, int client) {
        return () -> person.ok(person.request(
                "GET", "/api/records/opportunity/" + Company.opportunity(any(company, client)), "", null));
    }

    /** One that the client's user owns. */
    static int any(Company company, int client) {
        int turn = ThreadLocalRandom.current().nextInt(company.opportunities() / Company.OWNERS);
        int number = turn * Company.OWNERS + client;
        return Company.isFew(number) ? any(company, client) : number;
    }

    @Override
    public Step plain(Connection connection, int client) throws SQLException {
        Jdbc jdbc = new Jdbc(connection);
        Jdbc.Reading record = jdbc.select("select o.*, a.name, c.name, u.name, t.name from sfa_opportunity o"
                + " left join core_account a on a.id = o.account_id left join core_contact c on c.id = o.contact_id"
                + " left join core_user u on u.id = o.owner_id left join core_team t on t.id = o.team_id"
                + " where o.id = ? and (o.owner_id = ? or o.team_id = ?)");
        List<Jdbc.Reading> parts = new ArrayList<>();
        for (String part : List.of("product", "contact", "competitor")) {
            parts.add(jdbc.select("select * from sfa_opportunity_" + part + " where opportunity_id = ?"));
        }
        return () -> {
            long id = Company.opportunity(any(company, client));
            record.with(id, Company.user(client), Company.teamOf(client));
            for (Jdbc.Reading part : parts) {
                part.with(id);
            }
        };
    }
}
