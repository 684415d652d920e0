package org.salacrm.itest.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Looks at what others are changing: it must always be whole. */
final class ReadingClerk implements Clerk {
    private final Desk desk;
    private final AccountClerk other;

    ReadingClerk(Desk desk, AccountClerk other) {
        this.desk = desk;
        this.other = other;
    }

    @Override
    public void write() {
        List<Account> accounts = other.accounts();
        if (!accounts.isEmpty()) {
            // Mostly the newest few: the fewer there are, the oftener one is read while it is changed.
            Account account = accounts.get(desk.random().nextInt(accounts.size()));
            JsonNode record = desk.ask("GET", "/api/records/account/" + account.id, null);
            Account.wholeMark(record);
        }
    }

    @Override
    public boolean alwaysWrites() {
        return false;
    }

    @Override
    public Set<String> compare() {
        return Set.of();
    }
}
