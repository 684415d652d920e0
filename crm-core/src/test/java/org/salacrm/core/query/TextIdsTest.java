package org.salacrm.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.security.Scope;
import org.salacrm.core.action.ActionWorld;
import org.salacrm.core.store.Database;

public class TextIdsTest {
    private static ActionWorld world;

    private final List<String> asked = new ArrayList<>();
    private final EntityType lead = world.types.get("lead");

    @BeforeClass
    public static void open() {
        world = new ActionWorld(Database.Vendor.DERBY, "");
    }

    @AfterClass
    public static void close() {
        world.close();
    }

    @Test
    public void whatIsTooCommonIsNotLookedUpWithEveryPage() {
        TextIds ids = of(1001);
        assertThat(ids.ids(lead, "บริษัท", Scope.ALL)).isEmpty();
        assertThat(ids.ids(lead, "บริษัท", Scope.ALL)).isEmpty();
        assertThat(asked).containsExactly("บริษัท");

        Scope own = new Scope(false, Set.of(7L), Set.of(), Set.of());
        ids.ids(lead, "บริษัท", own);
        ids.ids(lead, "จำกัด", Scope.ALL);
        assertThat(asked).as("who sees less, and other texts").containsExactly("บริษัท", "บริษัท", "จำกัด");
    }

    @Test
    public void whatIsRareIsLookedUpAnew() {
        TextIds ids = of(1000);
        for (int i = 0; i < 2; i++) {
            assertThat(ids.ids(lead, "สยาม", Scope.ALL))
                    .hasValueSatisfying(found -> assertThat(found.ids()).hasSize(1000));
        }
        assertThat(asked).hasSize(2);
    }

    /** With an index that finds so many records of any text. */
    private TextIds of(int found) {
        TextIds ids = new TextIds(world.store.tx());
        ids.index = new FakeIndex("lead", text -> {
            asked.add(text);
            return LongStream.range(0, found).boxed().toList();
        });
        return ids;
    }
}
