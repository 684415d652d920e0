package org.salacrm.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** W1: a customer with address, phone and e-mail is typed in; rights, look-ups and history included. */
final class CreateAccount implements Work {
    private final AtomicLong number = new AtomicLong((1L << 60) + System.currentTimeMillis() * 1_000);

    @Override
    public String id() {
        return "W1";
    }

    @Override
    public String title() {
        return "create an account with its address";
    }

    @Override
    public Step overHttp(Person person, int client) {
        return () -> {
            long n = number.incrementAndGet();
            person.ok(person.request(
                    "POST",
                    "/api/records/account",
                    "",
                    Map.of(
                            "name", "บริษัท เจริญทรัพย์ " + n + " จำกัด",
                            "code", "N" + n,
                            "phone", "02-123-4567",
                            "email", "info@company" + n + ".example",
                            "addresses", List.of(Map.of("street", "1 ถนนสุขุมวิท", "postcode", "10110")))));
        };
    }

    @Override
    public Step plain(Connection connection, int client) throws SQLException {
        connection.setAutoCommit(false);
        Jdbc jdbc = new Jdbc(connection);
        Jdbc.Reading taken = jdbc.select("select code, id from core_account where code in (?)");
        Jdbc.Reading account = jdbc.insert(
                "core_account",
                "id, version, owner_id, team_id, created_at, modified_at, name, name_key, code, relations, status,"
                        + " phone, email");
        Jdbc.Reading address =
                jdbc.insert("core_account_address", "id, version, account_id, position, street, postcode");
        Plain plain = new Plain(jdbc);
        Jdbc.Reading answer = jdbc.select("select * from core_account where id = ?");
        Jdbc.Reading parts = jdbc.select("select * from core_account_address where account_id = ?");
        return () -> {
            long n = number.incrementAndGet();
            Timestamp now = Timestamp.from(Instant.now());
            String name = "บริษัท เจริญทรัพย์ " + n + " จำกัด";
            taken.with("N" + n);
            account.with(
                    n,
                    1,
                    Company.user(client),
                    Company.teamOf(client),
                    now,
                    now,
                    name,
                    "3f8" + n,
                    "N" + n,
                    ",customer,",
                    "active",
                    "02 123 4567",
                    "info@company" + n + ".example");
            address.with(n, 1, n, 0, "1 ถนนสุขุมวิท", "10110");
            plain.journal("account", n, "create", number.incrementAndGet());
            jdbc.commit();
            answer.with(n);
            parts.with(n);
            jdbc.commit();
        };
    }
}
