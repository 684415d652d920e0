package org.salacrm.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** W5 as the search box asks it: the best five accounts by a part of a name, own and the team's. */
final class SearchAll implements Work {
    private static final int TERMS = 200;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 12;
    private final List<String> terms = terms();
    private final Store store;

    SearchAll(Store store) {
        this.store = store;
    }

    /** Parts of names, the same in every run: Thai and English, of 3 to 12 letters, common and rare. */
    private static List<String> terms() {
        Random random = new Random(5);
        Names names = new Names(random);
        List<String> terms = new ArrayList<>();
        while (terms.size() < TERMS) {
            String name = names.company(random.nextInt(1_000_000));
            int length = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
            int from = random.nextInt(name.length() - length);
            String term = name.substring(from, from + length).strip();
            if (term.length() >= SHORTEST) {
                terms.add(term);
            }
        }
        return terms;
    }

    private String any() {
        return terms.get(ThreadLocalRandom.current().nextInt(TERMS));
    }

    @Override
    public String id() {
        return "W5";
    }

    @Override
    public String title() {
        return "search box: best accounts by 200 parts of names";
    }

    @Override
    public Step overHttp(Person person, int client) {
        return () -> person.ok(person.request(
                "GET", "/api/search?entities=account&q=" + URLEncoder.encode(any(), StandardCharsets.UTF_8), "", null));
    }

    @Override
    public Step plain(Connection connection, int client) throws SQLException {
        Jdbc.Reading found = new Jdbc(connection)
                .select("select a.id, a.name, a.phone from core_account a where (a.owner_id = ? or a.team_id = ?) and "
                        + store.ignoringCase("a.name") + " order by a.id fetch first 6 rows only");
        return () ->
                found.with(Company.user(client), Company.teamOf(client), "%" + any().toLowerCase(Locale.ROOT) + "%");
    }
}
