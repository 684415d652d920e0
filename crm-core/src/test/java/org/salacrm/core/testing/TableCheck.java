package org.salacrm.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.ManyToOne;
import javax.persistence.Persistence;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.module.CrmModule;
import org.salacrm.core.entity.ClassReader;
import org.salacrm.core.store.Database.Vendor;

/** Saves every entity of a module once with every field at its longest, in tables made by the module's changelog. */
final class TableCheck {

    private TableCheck() {}

    static void check(CrmModule module, String changelog) throws ReflectiveOperationException {
        for (var vendor : TestDatabase.vendors()) {
            EntityManagerFactory unit = Persistence.createEntityManagerFactory(
                    module.id(),
                    Map.of(
                            "javax.persistence.transactionType", "RESOURCE_LOCAL",
                            "javax.persistence.jtaDataSource", "",
                            "javax.persistence.nonJtaDataSource",
                                    TestDatabase.of(vendor, changelog).dataSource(),
                            "eclipselink.logging.level", "WARNING"));
            long id = 0;
            for (Class<?> type : module.entities()) {
                EntityManager em = unit.createEntityManager();
                em.getTransaction().begin();
                kept(em, type, ++id * 10);
                em.getTransaction().rollback();
                em.close();
            }
            unit.close();
        }
    }

    static List<String> foreignKeys(String changelog) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Connection connection =
                TestDatabase.of(Vendor.DERBY, changelog).dataSource().getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            try (ResultSet table = data.getTables(null, connection.getSchema(), "%", null)) {
                while (table.next()) {
                    String name = table.getString("TABLE_NAME");
                    try (ResultSet key = data.getImportedKeys(null, connection.getSchema(), name)) {
                        if (key.next()) {
                            keys.add(name + "." + key.getString("FKCOLUMN_NAME"));
                        }
                    }
                }
            }
        }
        return keys;
    }

    private static void kept(EntityManager em, Class<?> type, long id) throws ReflectiveOperationException {
        List<Object> all = new ArrayList<>();
        Object made = FilledRecord.of(type, id);
        for (Field field : type.getDeclaredFields()) {
            if (field.isAnnotationPresent(ManyToOne.class)) {
                Object parent = FilledRecord.of(field.getType(), id + 1);
                FilledRecord.set(made, field.getName(), parent);
                all.add(parent);
            }
        }
        all.add(made);
        all.forEach(em::persist);
        em.flush();
        em.clear();
        Object found = em.find(type, id);
        EntityType read = ClassReader.read(type, "any");
        for (FieldType field : read.fields()) {
            if (!field.isParts() && !field.name().equals("version")) {
                assertThat(FilledRecord.get(found, field.name()))
                        .as(read.name() + "." + field.name())
                        .isEqualTo(FilledRecord.get(made, field.name()));
            }
        }
    }
}
