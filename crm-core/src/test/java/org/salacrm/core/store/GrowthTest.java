package org.salacrm.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Test;

/** A table that grows at once is planned for as it is. */
public class GrowthTest {
    private TestStore store;

    @After
    public void close() {
        store.close();
    }

    @Test
    public void postgresKnowsHowManyRowsThereAreEachTimeTheyDoubled() {
        store = TestStore.postgres();
        Sql sql = new Sql(store.tx());
        Growth growth = new Growth(store.database(), store.tx());
        long there = count(sql);
        assertThat(grown(sql, growth, 0, 400)).isNotEqualTo(there + 400);
        assertThat(grown(sql, growth, 400, 600)).isEqualTo(there + 600);
        assertThat(grown(sql, growth, 600, 900)).isEqualTo(there + 600);
        assertThat(grown(sql, growth, 900, 1100)).isEqualTo(there + 1100);
    }

    @Test
    public void derbyNeedsNothing() {
        store = TestStore.derby();
        Sql sql = new Sql(store.tx());
        long there = count(sql);
        add(sql, 0, 600);
        new Growth(store.database(), store.tx()).grew("core_lease", 0, 600);
        assertThat(count(sql)).isEqualTo(there + 600);
    }

    private static long grown(Sql sql, Growth growth, long before, long now) {
        add(sql, before, now);
        growth.grew("core_lease", before, now);
        return sql.first("select reltuples from pg_class where relname = 'core_lease'", row -> row.getLong(1))
                .orElseThrow();
    }

    private static long count(Sql sql) {
        return sql.first("select count(*) from core_lease", row -> row.getLong(1))
                .orElseThrow();
    }

    private static void add(Sql sql, long before, long now) {
        sql.updateAll(
                "insert into core_lease (name, holder, until_at) values (?, 'x', current_timestamp)",
                LongStream.range(before, now)
                        .mapToObj(number ->
                                Collections.singletonList("row " + number).toArray())
                        .toList());
    }
}
