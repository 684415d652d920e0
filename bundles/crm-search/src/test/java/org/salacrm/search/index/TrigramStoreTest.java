package org.salacrm.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.salacrm.api.security.Scope;
import org.salacrm.search.text.Folded;

public class TrigramStoreTest {
    private static EmbeddedPostgres server;
    private DataSource plain;
    private DataSource owner;

    @BeforeClass
    public static void start() throws IOException {
        server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start();
    }

    @AfterClass
    public static void stop() throws IOException {
        server.close();
    }

    /** A role that may make tables and no extensions. */
    @Before
    public void open() throws SQLException {
        owner = server.getPostgresDatabase();
        plain = server.getDatabase("plain", "postgres");
        run(
                owner,
                "drop extension if exists pg_trgm cascade",
                "drop table if exists search_text, search_state, search_entity",
                "do $$ begin create role plain login; exception when duplicate_object then null; end $$",
                "grant all on schema public to plain");
        run(
                plain,
                "create table search_text (entity varchar(80), record_id bigint, owner_id bigint, team_id bigint,"
                        + " changed bigint not null, folded text not null, primary key (entity, record_id))",
                "create table search_state (name varchar(20) primary key, stamp varchar(80) not null)",
                "create table search_entity (name varchar(80) primary key)");
    }

    private static void run(DataSource source, String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private static StoredIndex index(DataSource source) {
        return new StoredIndex(source, Path.of("unused"));
    }

    private static Entry entry(long id, long changed, String title) {
        return new Entry(
                "account", id, 1, 0, changed, Entry.TITLE + Folded.of(title).text());
    }

    private static List<Long> found(StoredIndex index, String text) {
        List<Long> best = index.best("account", text, Scope.ALL, 10);
        assertThat(index.ids("account", text, Scope.ALL, 10))
                .as("in any order")
                .containsExactlyInAnyOrderElementsOf(best);
        return best;
    }

    @Test
    public void whereTheExtensionCannotBeMadeTheSameIsFoundAndTheAdministratorIsTold() {
        StoredIndex index = index(plain);
        index.begin();
        index.put(List.of(entry(1, 1, "ห้างทองสมชาย"), entry(2, 1, "Lanna Som"), entry(3, 2, "Som Lanna")));
        index.complete("account");
        index.keep();

        assertThat(index.whole()).isTrue();
        assertThat(found(index, "ทองส")).containsExactly(1L);
        assertThat(found(index, "som")).containsExactly(3L, 2L);
        assertThat(index.trouble()).isEmpty();
        assertThat(index.warning()).hasValueSatisfying(text -> assertThat(text)
                .startsWith("answers slowly: the extension pg_trgm cannot be used")
                .contains("permission denied"));
        assertThat(index.read().get("sala_search_indexed")).isEqualTo(0);
    }

    @Test
    public void anExtensionThatSomebodyElseMadeIsUsed() throws SQLException {
        run(owner, "create extension pg_trgm");

        assertThat(index(plain).warning()).isEmpty();
    }

    @Test
    public void ofTwoNodesOneBuildsTheIndex() {
        StoredIndex one = index(plain);
        StoredIndex other = index(plain);
        List<String> built = new ArrayList<>();

        assertThat(one.alone(() -> {
                    built.add("one");
                    assertThat(other.alone(() -> built.add("other"))).isFalse();
                }))
                .isTrue();
        assertThat(other.alone(() -> built.add("afterwards"))).isTrue();
        assertThat(built).containsExactly("one", "afterwards");
    }

    @Test
    public void whatANodeReadBeforeAChangeDoesNotUndoIt() {
        StoredIndex index = index(plain);
        index.put(List.of(entry(1, 20, "After")));
        index.put(List.of(entry(1, 10, "Before")));

        assertThat(found(index, "after")).containsExactly(1L);
        assertThat(found(index, "before")).isEmpty();
    }
}
