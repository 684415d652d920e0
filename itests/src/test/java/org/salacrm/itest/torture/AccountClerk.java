package org.salacrm.itest.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Makes customers and changes them. */
final class AccountClerk implements Clerk {
    private static final int FIRST = 5;

    private final Desk desk;
    private final List<Account> accounts = new CopyOnWriteArrayList<>();
    private final Set<Account> touched = new LinkedHashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final List<String> open = new ArrayList<>();
    private int made;

    AccountClerk(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void write() {
        if (accounts.size() < FIRST || desk.random().nextInt(3) == 0) {
            make();
            return;
        }
        Account account = any();
        if (!account.isOpen()) {
            touched.add(account);
            account.change(desk, desk.random().nextInt(1_000_000));
        }
    }

    private void make() {
        String name = desk.name() + "-" + made++;
        open.add(name);
        int mark = desk.random().nextInt(1_000_000);
        Map<String, Object> values = Account.values(mark);
        values.put("name", name);
        JsonNode saved = desk.ask("POST", "/api/records/account", values);
        open.remove(name);
        add(new Account(saved.get("id").asText(), saved.get("version").asInt(), mark));
    }

    private void add(Account account) {
        assertThat(ids.add(account.id)).as("the id %s is new", account.id).isTrue();
        accounts.add(account);
        touched.add(account);
    }

    private Account any() {
        return accounts.get(desk.random().nextInt(accounts.size()));
    }

    /** What somebody else may look at while it is being changed. */
    List<Account> accounts() {
        return accounts;
    }

    @Override
    public Set<String> compare() {
        for (String name : open) {
            JsonNode found = desk.found("account", "name", "=", name);
            assertThat(found.size()).as("accounts named %s", name).isLessThanOrEqualTo(1);
            for (JsonNode one : found) {
                JsonNode record =
                        desk.ask("GET", "/api/records/account/" + one.get("id").asText(), null);
                add(new Account(one.get("id").asText(), one.get("version").asInt(), Account.wholeMark(record)));
            }
        }
        open.clear();
        return events(touched);
    }

    /** Compares all that was ever written. */
    Set<String> compareAll() {
        return events(accounts);
    }

    private Set<String> events(Iterable<Account> some) {
        Set<String> events = new HashSet<>();
        for (Account account : some) {
            int version = account.compare(desk);
            for (int v = 1; v <= version; v++) {
                events.add("account " + account.id + " " + v);
            }
        }
        touched.clear();
        return events;
    }
}
