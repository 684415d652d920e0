package org.salacrm.itest.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.salacrm.itest.Person;

/**
 * The files to practise on, brought in once by the manager of a team that has the people and territories they name: the
 * customers, then their refused rows as somebody has corrected them, then the contacts, and the leads.
 */
final class Samples {
    private static final Map<SalesTeam, Samples> BROUGHT = new HashMap<>();

    final BroughtIn customers;
    final JsonNode checked;
    final long keptByTheCheck;
    final JsonNode imported;
    final JsonNode corrected;
    final BroughtIn contacts;
    final BroughtIn leads;

    /** The same for all tests on one Sala. */
    static Samples of(SalesTeam team) {
        return BROUGHT.computeIfAbsent(team, Samples::new);
    }

    private Samples(SalesTeam team) {
        Person clerk = team.manager;
        Person administrator = team.administrator;
        String ours = clerk.get("/api/bootstrap").at("/user/teams/0").asText();
        administrator.create("user", Map.of("login", "somchai", "name", "สมชาย ขยันขาย", "team", ours));
        administrator.create("user", Map.of("login", "somying", "name", "สมหญิง ยิ้มแย้ม", "team", ours));
        List.of("เหนือ", "อีสาน", "กลาง", "ใต้")
                .forEach(name -> administrator.create("territory", Map.of("name", name)));
        long before = clerk.count("account");
        customers = BroughtIn.example(clerk, "account", "customers-th.csv");
        checked = customers.check();
        keptByTheCheck = clerk.count("account") - before;
        imported = customers.run();
        corrected = corrected(clerk).run();
        contacts = BroughtIn.example(clerk, "contact", "contacts-th.xlsx");
        contacts.run();
        leads = BroughtIn.example(clerk, "lead", "leads-th.csv");
        leads.run();
    }

    /** The downloaded file of refused rows with what its reasons ask for. */
    private BroughtIn corrected(Person clerk) {
        List<List<String>> rows = customers.failed();
        List<String> headers = rows.get(0);
        String text = rows.stream()
                .map(row -> headers.equals(row) ? row : corrected(headers, row))
                .map(row -> row.stream().map(cell -> '"' + cell.replace("\"", "\"\"") + '"'))
                .map(row -> row.collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));
        return BroughtIn.file(clerk, "account", "failed.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> corrected(List<String> headers, List<String> row) {
        List<String> cells = new ArrayList<>(row);
        String reasons = row.get(1);
        if (reasons.contains("เลขประจำตัวผู้เสียภาษี: ")) {
            cells.set(headers.indexOf("เลขประจำตัวผู้เสียภาษี"), "");
        }
        if (reasons.contains("อีเมล: ")) {
            cells.set(headers.indexOf("อีเมล"), "a.b@c.th");
        }
        if (reasons.contains("รหัสไปรษณีย์: ")) {
            cells.set(headers.indexOf("รหัสไปรษณีย์"), "10240");
        }
        if (reasons.contains("ผู้ดูแล: ")) {
            cells.set(headers.indexOf("ผู้ดูแล"), "สมชาย ขยันขาย");
        }
        return cells;
    }
}
