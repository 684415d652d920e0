package org.salacrm.core.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salacrm.api.backup.Backups.Summary;
import org.salacrm.core.store.Database.Vendor;
import org.salacrm.core.testing.AllRows;

/** A company with wild rows everywhere that moved to the other kind of database, and back. */
final class Trip implements AutoCloseable {
    /** Written by every target itself. */
    private static final Set<String> OWN = Set.of("core_schema", "core_changelog", "crmchangelog", "crmchangeloglock");

    /** Who is signed in and which processes run means nothing elsewhere. */
    private static final Set<String> OF_THE_MOMENT = Set.of("core_session", "core_node", "core_lease");

    final Company here;
    final Company there;
    final Company back;
    final Summary written;
    final Summary restored;
    final Map<String, List<String>> before;

    /** An attached file, and one that has been damaged on the disk. */
    final String whole;

    final String damaged;

    Trip(Vendor from, Path folder) throws IOException, SQLException {
        Vendor to = from == Vendor.DERBY ? Vendor.POSTGRESQL : Vendor.DERBY;
        here = Company.started(from, folder);
        fill(from == Vendor.DERBY ? "blob" : "bytea", new RandomRows(from));
        whole = attach("สัญญา".repeat(1000), "");
        damaged = attach("was something else", "ab");
        before = rows(here);
        written = here.backups().write(folder.resolve(from + "-first.zip"));
        there = Company.empty(to, folder);
        restored = there.backups().restore(written.file(), false);
        there.backups().write(folder.resolve(from + "-second.zip"));
        back = Company.empty(from, folder);
        back.backups().restore(folder.resolve(from + "-second.zip"), false);
    }

    static Map<String, List<String>> rows(Company company) throws SQLException {
        Set<String> except = new HashSet<>(OWN);
        except.addAll(OF_THE_MOMENT);
        try (Connection connection = company.connection()) {
            return AllRows.of(connection, except);
        }
    }

    /** Beside the tables of the core: those of a module, and a side table of the company's own fields. */
    private void fill(String bytes, RandomRows rows) throws SQLException {
        here.execute("create table core_account_x1 (id bigint not null primary key)");
        for (String column : List.of(
                "x_note varchar(4000)",
                "x_amount decimal(19, 2)",
                "x_when timestamp",
                "x_bytes " + bytes,
                "x_real double precision")) {
            here.execute("alter table core_account_x1 add column " + column);
        }
        try (Connection connection = here.connection()) {
            rows.fill(connection, OWN, 12);
        }
        here.execute("insert into shop_order (id, label, total) values (7, 'old', 100)");
    }

    /** @param lie what its hash begins with, though it should not */
    private String attach(String content, String lie) throws IOException {
        String sum = Checksum.of(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        String hash = lie + sum.substring(lie.length());
        Path file = here.data.resolve(place(hash));
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.createDirectories(here.data.resolve("modules/unpacked"));
        Files.writeString(here.data.resolve("modules/shop-1.0.0-abc.kar"), "a module");
        Files.writeString(here.data.resolve("modules/unpacked/other.kar"), "made anew");
        Files.createDirectories(here.data.resolve("files/incoming"));
        Files.writeString(here.data.resolve("files/incoming/upload1"), "half");
        return hash;
    }

    static String place(String hash) {
        return "files/" + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash;
    }

    @Override
    public void close() {
        List.of(here, there, back).forEach(Company::close);
    }
}
