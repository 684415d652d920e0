package org.salacrm.core.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.MappedSuperclass;
import javax.persistence.Table;
import org.junit.Test;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.model.CrmEntity;
import org.salacrm.api.model.CrmField;
import org.salacrm.api.model.CrmRecord;
import org.salacrm.api.module.CrmModule;
import org.salacrm.core.model.Account;
import org.salacrm.core.model.CoreModule;

/** A module that cannot be used takes nobody else along. */
public class MetadataRegistryTest {

    private static CrmModule module(String id, Class<?>... entities) {
        return new CrmModule() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public List<Class<?>> entities() {
                return List.of(entities);
            }
        };
    }

    @Test
    public void anEntityOfTheCoreStaysTheCoresWhoeverComesFirst() {
        MetadataRegistry types =
                new MetadataRegistry(List.of(module("other", Ship.class, Account.class), new CoreModule()));

        assertThat(types.get("account").module()).isEqualTo("core");
        assertThat(types.find("ship")).as("the module is left out as a whole").isEmpty();
        assertThat(types.find(Ship.class)).isEmpty();
    }

    @Test
    public void ofTwoModulesTheOneThatWasThereFirstStays() {
        MetadataRegistry types = new MetadataRegistry(List.of());
        CrmModule first = module("first", Ship.class);
        CrmModule second = module("second", Boat.class);
        types.use(List.of(first));
        assertThat(types.get("ship").module()).isEqualTo("first");

        types.use(List.of(second, first));

        assertThat(types.all()).extracting(EntityType::module).containsExactly("first");
        types.use(List.of(second));
        assertThat(types.get("ship").module()).as("once its name is free").isEqualTo("second");
    }

    @Test
    public void aClassThatIsNoEntityLeavesOnlyItsModuleOut() {
        MetadataRegistry types = new MetadataRegistry(
                List.of(module("bad", Ship.class, String.class), module("good", Boat.class), new CoreModule()));

        assertThat(types.get("ship").module()).isEqualTo("good");
        assertThat(types.get("account").module()).isEqualTo("core");
    }

    @Test
    public void whatCannotBeLoadedLeavesOnlyItsModuleOut() {
        CrmModule torn = new CrmModule() {
            @Override
            public String id() {
                return "torn";
            }

            @Override
            public List<Class<?>> entities() {
                throw new NoClassDefFoundError("a package that nobody exports");
            }
        };

        assertThat(new MetadataRegistry(List.of(torn, module("good", Ship.class))).find("ship"))
                .isPresent();
    }

    @MappedSuperclass
    abstract static class Named extends CrmRecord {
        @CrmField
        @Column(name = "name", length = 100)
        private String name;
    }

    @Entity
    @Table(name = "first_ship")
    @CrmEntity(name = "ship")
    static class Ship extends Named {}

    @Entity
    @Table(name = "second_ship")
    @CrmEntity(name = "ship")
    static class Boat extends Named {}
}
