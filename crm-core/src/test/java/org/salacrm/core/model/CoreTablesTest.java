package org.salacrm.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.ManyToOne;
import org.junit.Test;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.core.entity.ClassReader;
import org.salacrm.core.testing.FilledRecord;
import org.salacrm.core.testing.UnitOnDerby;

public class CoreTablesTest {

    @Test
    public void everyFieldOfEveryEntityIsKeptByItsTable() throws Exception {
        try (UnitOnDerby unit = new UnitOnDerby("core", "db/core.xml")) {
            long id = 0;
            for (Class<?> type : new CoreModule().entities()) {
                kept(unit, type, ++id * 10);
            }
        }
    }

    private static void kept(UnitOnDerby unit, Class<?> type, long id) throws ReflectiveOperationException {
        Object made = FilledRecord.of(type, id);
        List<Object> all = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (field.isAnnotationPresent(ManyToOne.class)) {
                Object parent = FilledRecord.of(field.getType(), id + 1);
                FilledRecord.set(made, field.getName(), parent);
                all.add(parent);
            }
        }
        all.add(made);
        EntityManager em = unit.factory().createEntityManager();
        em.getTransaction().begin();
        all.forEach(em::persist);
        em.flush();
        em.clear();
        Object found = em.find(type, id);
        EntityType read = ClassReader.read(type, "core");
        for (FieldType field : read.fields()) {
            if (!field.isParts() && !field.name().equals("version")) {
                assertThat(FilledRecord.get(found, field.name()))
                        .as(read.name() + "." + field.name())
                        .isEqualTo(FilledRecord.get(made, field.name()));
            }
        }
        em.getTransaction().rollback();
        em.close();
    }
}
