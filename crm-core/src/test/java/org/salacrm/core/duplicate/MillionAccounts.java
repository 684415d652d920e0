package org.salacrm.core.duplicate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.store.Database;
import org.salacrm.core.testing.Steps;

/** Measures by hand how long many accounts take: the making of their keys, an entry, and the search over all. */
final class MillionAccounts {
    private static final String[] SYLLABLES = ("เจริญ ทรัพย์ รุ่ง เรือง กิจ ชัย มงคล ศรี สุข บุญ ธน วัฒน์ พร ประเสริฐ"
                    + " เพชร ทวี โชค สิน สหะ มิตร กิม เฮง เส็ง ฮั่ว ตง แสง จันทร์ อุดม"
                    + " พัฒน์ กาญจน์ ณรงค์ วิชัย สมบัติ มั่น "
                    + " คง ยืน นาน ก้าว หน้า ไกล"
                    + " เลิศ ล้ำ พูน ผล เกษม สันต์ ไพศาล อนันต์ เกียรติ นคร ลาน ดอย น่าน ปิง")
            .split(" ");

    /** Beyond the ids that are given to what is written meanwhile. */
    private static final long FIRST = 1_000_000_000L;

    private MillionAccounts() {}

    /** Arguments: number of accounts, DERBY or POSTGRESQL. */
    public static void main(String[] args) throws SQLException {
        int count = Integer.parseInt(args[0]);
        try (ActionWorld world = new ActionWorld(Database.Vendor.valueOf(args[1]), "").asUser()) {
            Wiring wired = new Wiring(world, world.queries);
            fill(world, count);
            timed("keys", () -> wired.keyJob.run(Map.of(), new Steps()));
            analyze(world);
            entries(world, wired.duplicates(null, null));
            timed("search", () -> wired.finder.run(Map.of("entity", "account"), new Steps()));
            writes(world, wired.keys, wired.rules);
        }
        System.exit(0);
    }

    private static void timed(String what, java.util.function.Supplier<Object> work) {
        long begin = System.nanoTime();
        Object result = work.get();
        System.out.printf("%s: %.1f s %s%n", what, (System.nanoTime() - begin) / 1e9, result);
    }

    private static String name(MadeUp made) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append(made.one(SYLLABLES));
        }
        return "บริษัท " + name + made.word("trade").thai() + " จำกัด";
    }

    private static void fill(ActionWorld world, int count) throws SQLException {
        MadeUp made = new MadeUp("a", 5);
        Slips slips = new Slips(made);
        try (Connection connection = world.store.database().dataSource().getConnection();
                PreparedStatement account = connection.prepareStatement(
                        "insert into core_account (id, version, created_at, modified_at, name, status,"
                                + " phone, tax_id, email) values (?, 1, ?, ?, ?, 'active', ?, ?, ?)");
                PreparedStatement address = connection.prepareStatement(
                        "insert into core_account_address (id, version, account_id, position, street,"
                                + " sub_district, district, province, postcode) values (?, 1, ?, 0, ?, ?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            String before = name(made);
            for (int i = 1; i <= count; i++) {
                boolean again = i % 20 == 0;
                String name =
                        again ? slips.sound(before.replace("บริษัท ", "บจก.").replace(" จำกัด", "")) : name(made);
                before = name;
                account.setLong(1, FIRST + i);
                account.setTimestamp(2, Timestamp.from(Instant.EPOCH));
                account.setTimestamp(3, Timestamp.from(Instant.EPOCH.plusSeconds(i)));
                account.setString(4, name);
                account.setString(5, made.fixed());
                account.setString(6, made.often() ? made.taxId() : null);
                account.setString(7, made.often() ? "info@c" + made.digits(7) + ".co.th" : null);
                account.addBatch();
                String[] area = made.word("place").thai().split("/");
                address.setLong(1, FIRST + i);
                address.setLong(2, FIRST + i);
                address.setString(
                        3,
                        made.random.nextInt(2000) + "/" + made.digits(2) + " ถ."
                                + made.word("street").thai());
                for (int k = 0; k < 3; k++) {
                    address.setString(4 + k, area[k]);
                }
                address.setString(7, String.valueOf(10_000 + made.random.nextInt(900) * 10));
                address.addBatch();
                if (i % 5000 == 0) {
                    account.executeBatch();
                    address.executeBatch();
                    connection.commit();
                }
            }
            account.executeBatch();
            address.executeBatch();
            connection.commit();
        }
        analyze(world);
    }

    private static void analyze(ActionWorld world) throws SQLException {
        if (world.store.database().vendor() == Database.Vendor.POSTGRESQL) {
            try (Connection connection = world.store.database().dataSource().getConnection()) {
                connection.createStatement().execute("analyze");
            }
        }
    }

    private static void entries(ActionWorld world, StoredDuplicates duplicates) {
        MadeUp made = new MadeUp("a", 6);
        double[] ms = new double[1000];
        int found = 0;
        for (int i = 0; i < ms.length; i++) {
            Map<String, Object> values = Map.of(
                    "name",
                    name(made),
                    "phone",
                    made.fixed(),
                    "taxId",
                    made.taxId(),
                    "email",
                    "sales@c" + made.digits(7) + ".co.th");
            long begin = System.nanoTime();
            found += duplicates.check("account", 0, values).size();
            ms[i] = (System.nanoTime() - begin) / 1e6;
        }
        double[] late = Arrays.copyOfRange(ms, 200, ms.length);
        Arrays.sort(late);
        System.out.printf(
                "entry: p50 %.1f ms, p95 %.1f ms, most %.1f ms; %d matches%n",
                late[late.length / 2], late[late.length * 95 / 100], late[late.length - 1], found);
    }

    private static void writes(ActionWorld world, KeyRows keys, DuplicateRules rules) {
        MadeUp made = new MadeUp("a", 7);
        for (int round = 0; round < 2; round++) {
            for (boolean with : new boolean[] {false, true}) {
                world.records.with(with ? List.of(new KeyHook(rules, keys)) : List.of(), List.of());
                long begin = System.nanoTime();
                for (int i = 0; i < 50; i++) {
                    List<Map<String, Object>> batch = new ArrayList<>();
                    for (int k = 0; k < 100; k++) {
                        batch.add(new HashMap<>(Map.of(
                                "name",
                                name(made),
                                "phone",
                                made.fixed(),
                                "email",
                                "a@c" + made.digits(7) + ".co.th")));
                    }
                    world.records.createAll("account", batch);
                }
                System.out.printf(
                        "5000 created together %s keys: %.2f s%n",
                        with ? "with" : "without", (System.nanoTime() - begin) / 1e9);
            }
        }
    }
}
