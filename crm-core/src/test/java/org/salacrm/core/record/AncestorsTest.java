package org.salacrm.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salacrm.core.record.Stores.refusals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Test;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.record.Records;
import org.salacrm.core.security.Team;

/** Records of which some stand below others: no way up leads back to where it began. */
public class AncestorsTest extends WriteTest {
    private static int number;

    @Test
    public void whatRefersToItsOwnEntityIsATree() {
        List<String> trees = new ArrayList<>();
        for (EntityType type : world.types.all()) {
            trees(type).map(field -> type.name() + "." + field.name()).forEach(trees::add);
        }
        assertThat(trees)
                .containsExactlyInAnyOrder(
                        "account.parent",
                        "activity.followUpOf",
                        "department.parent",
                        "productGroup.parent",
                        "team.parent",
                        "territory.parent",
                        "user.manager");
    }

    private static Stream<FieldType> trees(EntityType type) {
        return type.fields().stream().filter(field -> Ancestors.isTree(type, field));
    }

    @Test
    public void nothingComesToStandBelowItselfInAnyTree() {
        for (EntityType type : world.types.all()) {
            trees(type).forEach(field -> {
                String name = field.name();
                long top = made(type.name(), Map.of());
                long middle = made(type.name(), Map.of(name, top));
                long low = made(type.name(), Map.of(name, middle));
                for (long below : List.of(top, middle, low)) {
                    assertThat(refusals(() -> put(type.name(), top, Map.of(name, below))))
                            .as(type.name())
                            .containsExactly(name + " invalid.ring");
                }
                put(type.name(), low, Map.of(name, top));
                put(type.name(), middle, Map.of(name, low));
            });
        }
    }

    @Test
    public void codeThatWritesByClassIsNoExceptionAndWhoeverOwnsHimselfIs() {
        long top = made("team", Map.of());
        long low = made("team", Map.of("parent", top));
        assertThat(refusals(() -> world.records.transaction(() -> {
                    Team team = world.records.find(Team.class, top).orElseThrow();
                    team.setParent(low);
                    return world.records.update(team);
                })))
                .containsExactly("parent invalid.ring");
        put("team", top, Map.of("team", top));
        long user = made("user", Map.of());
        put("user", user, Map.of("owner", user));
    }

    @Test
    public void aRingThatWasThereBeforeKeepsNobodyFromSavingAndCanBeOpened() {
        long one = made("account", Map.of());
        long other = made("account", Map.of("parent", one));
        world.update("update core_account set parent_id = ? where id = ?", other, one);
        long third = made("account", Map.of());
        put("account", third, Map.of("parent", one));
        put("account", one, Map.of("phone", "021234567"));
        Map<String, Object> none = new HashMap<>();
        none.put("parent", null);
        put("account", one, none);
        put("account", other, Map.of("parent", third, "phone", "021234567"));
    }

    @Test
    public void theWayUpEnds() {
        long top = made("account", Map.of());
        long at = top;
        for (int level = 1; level < 100; level++) {
            at = made("account", Map.of("parent", at));
        }
        long hundredth = at;
        long low = made("account", Map.of());
        put("account", low, Map.of("parent", hundredth));
        long above = made("account", Map.of());
        put("account", top, Map.of("parent", above));
        assertThat(refusals(() -> put("account", made("account", Map.of()), Map.of("parent", hundredth))))
                .containsExactly("parent invalid.ring");
    }

    @Test
    public void whatComesOutOfTheBinDoesNotCloseARing() {
        long top = made("account", Map.of());
        long gone = made("account", Map.of("parent", top));
        long low = made("account", Map.of("parent", gone));
        world.records.delete("account", gone, Records.ANY_VERSION);
        put("account", top, Map.of("parent", low));
        assertThat(refusals(() -> world.records.restore("account", gone))).containsExactly("parent invalid.ring");
        put("account", low, Map.of("parent", made("account", Map.of())));
        world.records.restore("account", gone);
    }

    private long made(String entity, Map<String, ?> values) {
        String name = "tree" + ++number;
        Map<String, Object> all = new HashMap<>(values);
        all.put(entity.equals("activity") ? "subject" : "name", name);
        if (entity.equals("user")) {
            all.put("login", name);
        }
        return world.records.create(entity, all).id();
    }

    private void put(String entity, long id, Map<String, ?> values) {
        world.records.update(entity, id, Records.ANY_VERSION, values);
    }
}
