package org.salacrm.benchmarks;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import org.salacrm.core.record.SortKey;

/** Fills the tables that the product has made, by plain statements: the same data every time, relative to today. */
final class Filling {
    private static final int KEY = 250;
    private static final int DAYS = 540;
    private final Connection connection;
    private final Company company;
    private final Random random = new Random(20261126);
    private final Names names = new Names(random);
    private final SortKey sortKey = new SortKey();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Timestamp now = Timestamp.from(Instant.now());

    Filling(Connection connection, Company company) {
        this.connection = connection;
        this.company = company;
    }

    void fill() throws SQLException {
        people();
        accounts();
        opportunities();
    }

    /** Salespeople with the role of a new installation, and with the password of the administrator. */
    private void people() throws SQLException {
        try (Rows teams = new Rows(connection, "core_team", "id, version, created_at, modified_at, name");
                Rows users = new Rows(
                        connection,
                        "core_user",
                        "id, version, created_at, modified_at, name, name_key, login, language, active, team_id")) {
            int known = Company.OWNERS + 2;
            for (int user = 0; user < known + company.colleagues(); user++) {
                long team = Company.teamOf(user < known ? user : user % Company.OWNERS);
                if (user == 0 || user < known && team != Company.teamOf(user - 1)) {
                    teams.add(Arrays.asList(team, 1, now, now, "Team " + team));
                }
                String name = (user < known ? "Owner " : "Bench Person ") + user;
                users.add(Arrays.asList(
                        Company.user(user), 1, now, now, name, key(name), Company.login(user), "en", true, team));
            }
        }
        run("insert into core_user_role (id, version, position, user_id, role_id) select u.id, 1, 0, u.id, r.id"
                + " from core_user u cross join core_role r where r.name_en = 'Salesperson' and u.login <> 'admin'");
        run("insert into core_password (user_id, hash, must_change, changed_at)"
                + " select u.id, p.hash, false, p.changed_at"
                + " from core_user u cross join core_password p where u.login <> 'admin'");
        run("update core_security set version = version + 1");
        connection.commit();
    }

    private void accounts() throws SQLException {
        try (Rows accounts = new Rows(
                        connection,
                        "core_account",
                        "id, version, owner_id, team_id, created_at, modified_at, name, name_key, code, relations,"
                                + " status, phone, email");
                Rows addresses = new Rows(
                        connection,
                        "core_account_address",
                        "id, version, account_id, position, kind, street, district, province, postcode")) {
            for (int i = 0; i < company.accounts(); i++) {
                long id = Company.account(i);
                int owner = i % Company.OWNERS;
                String name = names.company(i);
                Timestamp day = day(-random.nextInt(DAYS));
                accounts.add(Arrays.asList(
                        id,
                        1,
                        Company.user(owner),
                        Company.teamOf(owner),
                        day,
                        day,
                        name,
                        key(name),
                        "A" + i,
                        ",customer,",
                        "active",
                        "02 " + (1_000_000 + i),
                        "info@company" + i + ".example"));
                addresses.add(
                        Arrays.asList(id, 1, id, 0, "office", i + " ถนนสุขุมวิท", "คลองเตย", "กรุงเทพมหานคร", "10110"));
            }
        }
    }

    private void opportunities() throws SQLException {
        try (Rows rows = new Rows(
                connection,
                "sfa_opportunity",
                "id, version, owner_id, team_id, created_at, modified_at, name, name_key, account_id, stage, type,"
                        + " expected_revenue, revenue_typed, probability, weighted_revenue, expected_close_on,"
                        + " closed_at, is_open")) {
            for (int i = 0; i < company.opportunities(); i++) {
                int owner = Company.ownerOf(i);
                String stage = Company.stage(i);
                String name = names.deal(i);
                BigDecimal amount =
                        BigDecimal.valueOf(Company.isFew(i) ? 1 + i % 100 : 10_000 + random.nextInt(5_000_000));
                boolean open = !stage.equals("won") && !stage.equals("lost");
                int begun = -random.nextInt(DAYS);
                int closes = open ? random.nextInt(DAYS / 3) : begun / 2;
                rows.add(Arrays.asList(
                        Company.opportunity(i),
                        1,
                        Company.user(owner),
                        Company.teamOf(owner),
                        day(begun),
                        day(begun / 2),
                        name,
                        key(name),
                        Company.account(random.nextInt(company.accounts())),
                        stage,
                        "newCustomer",
                        amount,
                        true,
                        BigDecimal.TEN,
                        amount.divide(BigDecimal.TEN),
                        Date.valueOf(today.plusDays(closes)),
                        open ? null : day(closes),
                        open));
            }
        }
    }

    private Timestamp day(int days) {
        return Timestamp.from(today.plusDays(days)
                .atTime(2, random.nextInt(60), random.nextInt(60))
                .toInstant(ZoneOffset.UTC));
    }

    private String key(String text) {
        return sortKey.of(text, KEY);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
