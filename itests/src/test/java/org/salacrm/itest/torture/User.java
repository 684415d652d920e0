package org.salacrm.itest.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.salacrm.itest.Person;

/** Somebody at work: now and then he looks at something or changes something of his. */
final class User {
    private static final List<String> DEALS = List.of("deals", "deal", "deal type", "new deal");

    private final Person person;
    private final String account;
    /** The deal he made last; empty before the first. */
    private volatile String deal = "";

    User(Person person, String name) {
        this.person = person;
        this.account = person.create("account", Map.of("name", name)).get("id").asText();
    }

    /** What there is to do. */
    static String anything(Random random) {
        List<String> work = List.of("session", "bootstrap", "type", "list", "list", "search", "read", "read", "create");
        List<String> more = List.of("change", "lead", "history");
        int which = random.nextInt(work.size() + more.size() + DEALS.size());
        if (which < work.size()) {
            return work.get(which);
        }
        which -= work.size();
        return which < more.size() ? more.get(which) : DEALS.get(which - more.size());
    }

    static boolean isOfSales(String work) {
        return DEALS.contains(work);
    }

    HttpResponse<String> work(String what, Random random) {
        return switch (what) {
            case "session" -> person.send("GET", "/api/session", null);
            case "bootstrap" -> person.send("GET", "/api/bootstrap", null);
            case "type" -> person.send("GET", "/api/types/account", null);
            case "list" -> list("account", Map.of("fields", List.of("name", "owner", "territory"), "limit", 50));
            case "search" -> list("account", Map.of("fields", List.of("name"), "text", "a" + random.nextInt(9)));
            case "read" -> person.send("GET", "/api/records/account/" + account, null);
            case "create" ->
                person.send(
                        "POST",
                        "/api/records/account",
                        Map.of("name", "a" + random.nextInt(100_000), "phone", "021234567"));
            case "change" -> change(random);
            case "lead" -> lead(random);
            case "history" -> person.send("GET", "/api/records/account/" + account + "/history", null);
            case "deals" ->
                list("opportunity", Map.of("fields", List.of("name", "account.name", "stage"), "limit", 50));
            case "deal" ->
                deal.isEmpty() ? newDeal(random) : person.send("GET", "/api/records/opportunity/" + deal, null);
            case "deal type" -> person.send("GET", "/api/types/opportunity", null);
            case "new deal" -> newDeal(random);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private HttpResponse<String> list(String entity, Map<String, ?> query) {
        return person.send("POST", "/api/records/" + entity + "/query", query);
    }

    private HttpResponse<String> newDeal(Random random) {
        HttpResponse<String> made = person.send(
                "POST",
                "/api/records/opportunity",
                Map.of("name", "d" + random.nextInt(100_000), "account", account, "expectedCloseOn", "2030-01-31"));
        if (made.statusCode() == 201) {
            deal = Person.read(made.body()).get("id").asText();
        }
        return made;
    }

    private HttpResponse<String> change(Random random) {
        HttpResponse<String> read = person.send("GET", "/api/records/account/" + account, null);
        if (read.statusCode() != 200) {
            return read;
        }
        HttpResponse<String> changed = person.send(
                "PATCH",
                "/api/records/account/" + account,
                Map.of("remark", "r" + random.nextInt(100_000)),
                "If-Match",
                read.headers().firstValue("ETag").orElse(""));
        // Another session of the same user was quicker: that is no failure.
        return changed.statusCode() == 412 ? read : changed;
    }

    /** Makes a lead and begins to work on it. */
    private HttpResponse<String> lead(Random random) {
        String name = "l" + random.nextInt(100_000);
        HttpResponse<String> made = person.send("POST", "/api/records/lead", Map.of("name", name, "company", name));
        if (made.statusCode() != 201) {
            return made;
        }
        JsonNode lead = Person.read(made.body());
        return person.send(
                "POST",
                "/api/records/lead/" + lead.get("id").asText() + "/actions/work",
                Map.of("input", Map.of()),
                "If-Match",
                '"' + lead.get("version").asText() + '"');
    }
}
