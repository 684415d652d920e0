package org.salacrm.core.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.calendar.Feeds;
import org.salacrm.api.definition.CalendarSource;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.api.security.Callers;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Keeps of each secret only what cannot be turned back into it. 256 bits are not guessed, so nobody has to wait. */
@Component
public final class StoredFeeds implements Feeds {
    private static final int BYTES = 32;

    private final Sql sql;
    private final Callers callers;
    private final Registry registry;
    private final FeedText text;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private record Row(long user, String source, boolean mine) {}

    @Activate
    public StoredFeeds(
            @Reference Tx tx,
            @Reference Callers callers,
            @Reference Registry registry,
            @Reference FeedText text,
            @Reference Clock clock) {
        this.sql = new Sql(tx);
        this.callers = callers;
        this.registry = registry;
        this.text = text;
        this.clock = clock;
    }

    @Override
    public List<Feed> own() {
        return sql.list(
                "select source, only_mine, made_at from core_calendar_feed where user_id = ? order by source",
                row -> new Feed(row.getString(1), row.getBoolean(2), Sql.instant(row, "made_at")),
                callers.current().user());
    }

    @Override
    public String renew(String source, boolean mine) {
        if (registry.find(CalendarSource.class, source).isEmpty()) {
            throw new InvalidRecordException(List.of(new Refusal("source", "invalid.pick", Map.of("value", source))));
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return sql.making(() -> {
            withdraw(source);
            sql.update(
                    "insert into core_calendar_feed (secret_hash, user_id, source, only_mine, made_at)"
                            + " values (?, ?, ?, ?, ?)",
                    hash(secret),
                    callers.current().user(),
                    source,
                    mine,
                    clock.instant());
            return secret;
        });
    }

    @Override
    public void withdraw(String source) {
        sql.update(
                "delete from core_calendar_feed where user_id = ? and source = ?",
                callers.current().user(),
                source);
    }

    @Override
    public Optional<String> calendar(String secret) {
        return sql.first(
                        "select user_id, source, only_mine from core_calendar_feed where secret_hash = ?",
                        row -> new Row(row.getLong(1), row.getString(2), row.getBoolean(3)),
                        hash(secret))
                .flatMap(this::calendar);
    }

    private Optional<String> calendar(Row row) {
        return registry.find(CalendarSource.class, row.source()).flatMap(source -> callers.find(row.user())
                .map(caller -> callers.as(caller, () -> text.of(source, row.mine(), caller.language()))));
    }

    private static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
