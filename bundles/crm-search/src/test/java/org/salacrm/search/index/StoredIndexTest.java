package org.salacrm.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.Test;
import org.salacrm.api.security.Scope;
import org.salacrm.search.text.Needle;

public class StoredIndexTest {
    /** Else what is searched in the middle of a change is answered by the database, and a moment later not found. */
    @Test
    public void itBelongsToTheDataAlsoBetweenTheTwoMarksOfAChange()
            throws IOException, SQLException, InterruptedException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            makeTables(server);
            Marks store = new Marks();
            StoredIndex index = new StoredIndex(store, new State(server.getPostgresDatabase()));
            index.keep();
            List<Boolean> seen = new ArrayList<>();
            store.reader = new Thread(() -> seen.add(index.whole()));

            index.keep();

            store.reader.join();
            assertThat(seen).containsExactly(true);
        }
    }

    private static void makeTables(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table search_state (name varchar(20) primary key, stamp varchar(80) not null)");
            statement.execute("create table search_entity (name varchar(80) primary key)");
        }
    }

    /** Keeps marks alone; somebody reads when the index has its new mark and the database not yet. */
    private static final class Marks implements Store {
        private Thread reader = new Thread(() -> {});
        private String mark = "";

        @Override
        public String name() {
            return "marks";
        }

        @Override
        public void keep(String stamp) {
            mark = stamp;
            reader.start();
            while (reader.getState() != Thread.State.BLOCKED && reader.getState() != Thread.State.TERMINATED) {
                Thread.onSpinWait();
            }
        }

        @Override
        public boolean holds(String stamp) {
            return mark.equals(stamp);
        }

        @Override
        public void put(List<Entry> entries) {}

        @Override
        public void remove(String entity, Collection<Long> ids) {}

        @Override
        public void clear() {}

        @Override
        public List<Long> best(String entity, Needle needle, Scope scope, int most) {
            return List.of();
        }

        @Override
        public List<Long> any(String entity, Needle needle, Scope scope, int most) {
            return List.of();
        }

        @Override
        public boolean alone(Runnable work) {
            return false;
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
