package org.salacrm.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** W6: an opportunity goes on to another stage; life cycle, hooks, trace of stages and history included. */
final class MoveStage implements Work {
    private static final List<String> OPEN =
            List.of("contacted", "needs", "considering", "comparing", "negotiating", "ordered");
    private final Company company;
    private final Map<Integer, Integer> stages = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong((1L << 61) + System.currentTimeMillis() * 1_000);

    MoveStage(Company company) {
        this.company = company;
    }

    @Override
    public String id() {
        return "W6";
    }

    @Override
    public String title() {
        return "move an opportunity to another stage";
    }

    @Override
    public Step overHttp(Person person, int client) {
        return () -> {
            int deal = anyOpen(client);
            String path = "/api/records/opportunity/" + Company.opportunity(deal) + "/actions/move";
            person.ok(person.request("POST", path, "", Map.of("input", Map.of("stage", next(deal)))));
        };
    }

    private int anyOpen(int client) {
        while (true) {
            int deal = ReadOpportunity.any(company, client);
            if (OPEN.contains(Company.stage(deal))) {
                return deal;
            }
        }
    }

    /** Always another stage than the one before. */
    private String next(int deal) {
        return OPEN.get(
                stages.merge(deal, OPEN.indexOf(Company.stage(deal)) + 1, (old, first) -> old + 1) % OPEN.size());
    }

    @Override
    public Step plain(Connection connection, int client) throws SQLException {
        connection.setAutoCommit(false);
        Jdbc jdbc = new Jdbc(connection);
        Jdbc.Reading read = jdbc.select("select * from sfa_opportunity where id = ?");
        Jdbc.Reading latest =
                jdbc.select("select max(changed_at) from core_stage_change where record_id = ? and entity = ?");
        Jdbc.Reading update = jdbc.change("update sfa_opportunity set stage = ?, probability = 20, modified_at = ?,"
                + " modified_by = ?, version = version + 1 where id = ? and version > 0");
        Jdbc.Reading trace = jdbc.insert(
                "core_stage_change",
                "id, version, owner_id, team_id, created_at, modified_at, record_id, entity, account_id, state_field,"
                        + " to_state, changed_at, changed_by_id, downgraded");
        Plain plain = new Plain(jdbc);
        return () -> {
            int deal = anyOpen(client);
            long id = Company.opportunity(deal);
            long n = number.incrementAndGet();
            Timestamp now = Timestamp.from(Instant.now());
            long user = Company.user(client);
            String stage = next(deal);
            read.with(id);
            update.with(stage, now, user, id);
            latest.with(id, "opportunity");
            trace.with(
                    n,
                    1,
                    user,
                    Company.teamOf(client),
                    now,
                    now,
                    id,
                    "opportunity",
                    Company.account(0),
                    "stage",
                    stage,
                    now,
                    user,
                    false);
            plain.journal("opportunity", id, "move", n);
            jdbc.commit();
            read.with(id);
            jdbc.commit();
        };
    }
}
