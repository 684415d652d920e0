package org.salacrm.core.record.custom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salacrm.api.message.Text;
import org.salacrm.core.record.StatementException;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/** The table in which the company's own fields are described. */
final class OwnFieldRows {
    private static final String COLUMNS = "id, entity, name, kind, label_th, label_en, required, pick_list, ref_entity,"
            + " field_size, field_scale, table_name, column_name, removed_at";
    private final Tx tx;
    private final Sql sql;

    OwnFieldRows(Tx tx) {
        this.tx = tx;
        this.sql = new Sql(tx);
    }

    /** All of them, also those out of use, in the order in which they were added. */
    List<OwnField> all() {
        return sql.list("select " + COLUMNS + " from core_custom_field order by id", OwnFieldRows::read);
    }

    void insert(OwnField field) {
        sql.update(
                "insert into core_custom_field (id, entity, name, kind, label_th, label_en, required, pick_list,"
                        + " ref_entity, field_size, field_scale, table_name, column_name)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                field.id(),
                field.entity(),
                field.name(),
                field.kind(),
                field.label().th(),
                field.label().en(),
                field.required(),
                field.pickList(),
                field.ref(),
                field.size(),
                field.scale(),
                field.table(),
                field.column());
    }

    void remove(OwnField field, Instant at) {
        sql.update("update core_custom_field set removed_at = ? where id = ?", at, field.id());
    }

    void restore(OwnField field) {
        sql.update("update core_custom_field set removed_at = null where id = ?", field.id());
    }

    void delete(OwnField field) {
        sql.update("delete from core_custom_field where id = ?", field.id());
    }

    /** Runs a change of a table. */
    void change(String statement) {
        sql.update(statement);
    }

    /** Whether a table is there, in whichever case the database keeps its name. */
    boolean isThere(String table) {
        for (String name : List.of(table, table.toUpperCase(Locale.ROOT))) {
            try (ResultSet found = tx.connection()
                    .getMetaData()
                    .getTables(null, tx.connection().getSchema(), name, null)) {
                if (found.next()) {
                    return true;
                }
            } catch (SQLException e) {
                throw new StatementException("cannot look for " + table, e);
            }
        }
        return false;
    }

    long filled(OwnField field) {
        return sql.first("select count(" + field.column() + ") from " + field.table(), row -> row.getLong(1))
                .orElse(0L);
    }

    private static OwnField read(ResultSet row) throws SQLException {
        return new OwnField(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                new Text(row.getString(5), row.getString(6)),
                row.getBoolean(7),
                row.getString(8),
                row.getString(9),
                row.getInt(10),
                row.getInt(11),
                row.getString(12),
                row.getString(13),
                Optional.ofNullable(row.getTimestamp(14)).map(at -> at.toInstant()));
    }
}
