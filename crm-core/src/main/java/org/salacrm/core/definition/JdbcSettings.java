package org.salacrm.core.definition;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.setting.Settings;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** Settings in two tables; the company's are kept in memory for a few seconds because every question needs them. */
@Component(service = Settings.class)
public class JdbcSettings implements Settings {
    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_KEY = 120;

    private final Tx tx;
    private final Sql sql;
    private final Setup setup;
    private final Kept<Map<String, String>> company;

    @Activate
    public JdbcSettings(@Reference Tx tx, @Reference Setup setup, @Reference Clock clock) {
        this.tx = tx;
        this.sql = new Sql(tx);
        this.setup = setup;
        this.company = new Kept<>(this::read, clock);
    }

    @Override
    public Optional<String> company(String key) {
        return Optional.ofNullable(company.get().get(key));
    }

    @Override
    public void company(String key, String json) {
        check(key, json);
        setup.change(
                new Setup.Edit("setting", key, read().getOrDefault(key, ""), json),
                () -> put(
                        sql.update("UPDATE core_setting SET setting_value = ? WHERE setting_key = ?", json, key),
                        "INSERT INTO core_setting (setting_value, setting_key) VALUES (?, ?)",
                        json,
                        key),
                company::forget);
    }

    @Override
    public void company(Map<String, String> values) {
        tx.required(() -> {
            values.forEach(this::company);
            return values;
        });
    }

    @Override
    public Optional<String> user(long user, String key) {
        return sql.first(
                "SELECT setting_value FROM core_user_setting WHERE user_id = ? AND setting_key = ?",
                row -> row.getString(1),
                user,
                key);
    }

    @Override
    public void user(long user, String key, String json) {
        check(key, json);
        sql.making(() -> put(
                sql.update(
                        "UPDATE core_user_setting SET setting_value = ? WHERE user_id = ? AND setting_key = ?",
                        json,
                        user,
                        key),
                "INSERT INTO core_user_setting (setting_value, user_id, setting_key) VALUES (?, ?, ?)",
                json,
                user,
                key));
    }

    private int put(int updated, String insert, Object... values) {
        return updated > 0 ? updated : sql.update(insert, values);
    }

    private Map<String, String> read() {
        Map<String, String> all = new TreeMap<>();
        sql.list("SELECT setting_key, setting_value FROM core_setting", row -> {
            String value = row.getString(2);
            return value == null ? "" : all.put(row.getString(1), value);
        });
        return all;
    }

    private static void check(String key, String json) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw InvalidRecordException.tooLong("key", LONGEST_KEY);
        }
        if (json.length() > LONGEST) {
            throw InvalidRecordException.tooLong(key, LONGEST);
        }
    }
}
