package org.salacrm.core.record;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.core.store.Tx;

/** What people call records that others refer to, one question per entity. */
final class Titles {
    private final Tx tx;
    private final EntityTypes types;

    Titles(Tx tx, EntityTypes types) {
        this.tx = tx;
        this.types = types;
    }

    record Key(String entity, long id) {}

    Wanted wanted() {
        return new Wanted();
    }

    /** Gathers whose titles are to be read. */
    final class Wanted {
        private final Map<String, Set<Long>> ids = new LinkedHashMap<>();

        void add(String entity, long id) {
            if (id != 0) {
                ids.computeIfAbsent(entity, e -> new LinkedHashSet<>()).add(id);
            }
        }

        /** Titles of those that are there; the label of a reference is for whoever may read what refers. */
        Map<Key, String> read() {
            Map<Key, String> titles = new HashMap<>();
            ids.forEach((entity, wanted) -> {
                Optional<EntityType> type = types.find(entity);
                type.ifPresent(known -> tx.required(() -> read(known, wanted, titles)));
            });
            return titles;
        }

        private Map<Key, String> read(EntityType type, Set<Long> wanted, Map<Key, String> titles) {
            String sql = "select id, " + type.titleField().column() + " from " + type.table() + " where id in ("
                    + "?, ".repeat(wanted.size() - 1) + "?)";
            try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
                int index = 1;
                for (long id : wanted) {
                    statement.setLong(index++, id);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        String title = rows.getString(2);
                        titles.put(new Key(type.name(), rows.getLong(1)), title == null ? "" : title);
                    }
                }
            } catch (SQLException e) {
                throw new StatementException("cannot read titles of " + type.name(), e);
            }
            return titles;
        }
    }
}
