package org.salacrm.core.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Scope;

/** Fills the small company with random records, many of them alike or with empty fields, and its staff with rights. */
final class RandomShop {
    static final int USERS = 8;
    static final int TEAMS = 4;
    private static final List<String> WORDS = List.of(
            "กรุงเทพ", "เกษตร", "ไก่ทอง", "ขอนแก่น", "Alpha", "alpha", "Beta 10%", "b_t", "Zürich", "it's!", "แก้ว");
    private final Random random;
    private final Shop shop;

    RandomShop(Shop shop, long seed) {
        this.shop = shop;
        this.random = new Random(seed);
    }

    static int place(Object word) {
        return WORDS.indexOf(word);
    }

    void fill(int perEntity) {
        for (EntityType type : shop.types.all()) {
            int count =
                    switch (type.name()) {
                        case "user" -> USERS;
                        case "team" -> TEAMS;
                        case "territory" -> 6;
                        default -> perEntity;
                    };
            for (long id = 1; id <= count; id++) {
                shop.add(type.name(), row(type, id, perEntity));
            }
        }
        shareSome(perEntity);
        shop.save();
    }

    private Map<String, Object> row(EntityType type, long id, int perEntity) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id);
        for (FieldType field : type.fields()) {
            if (!field.isParts() && !field.name().equals("id")) {
                row.put(field.name(), value(field, perEntity));
            }
        }
        row.put("version", random.nextInt(5));
        row.put("createdAt", moment());
        row.put("modifiedAt", moment());
        if (row.containsKey("nameKey")) {
            Object name = row.get("name");
            row.put("nameKey", name == null ? null : String.format("%03d", WORDS.indexOf(name)));
        }
        if (row.containsKey("about")) {
            row.put("aboutType", row.get("about") == null ? null : pick(List.of("account", "lead", "gone")));
        }
        if (type.isPart()) {
            row.put(type.parent(), 1L + random.nextInt(perEntity));
            row.put("position", random.nextInt(4));
        }
        return row;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    Object value(FieldType field, int perEntity) {
        if (random.nextInt(6) == 0) {
            return null;
        }
        if (field.isRef()) {
            return switch (field.ref()) {
                case "user" -> 1L + random.nextInt(USERS);
                case "team" -> 1L + random.nextInt(TEAMS);
                case "territory" -> 1L + random.nextInt(6);
                default -> 1L + random.nextInt(perEntity);
            };
        }
        if (field.kind().equals(Kind.MULTIPICK)) {
            return random.nextBoolean() ? ",a,b," : "," + pick(ShopModel.PICKS.get("tag")) + ",";
        }
        if (!field.pickList().isEmpty()) {
            return pick(ShopModel.PICKS.get(field.pickList()));
        }
        return switch (field.javaType().getSimpleName()) {
            case "String" -> pick(WORDS);
            case "Integer" -> random.nextInt(11) * 10;
            case "BigDecimal" -> BigDecimal.valueOf(random.nextInt(40) * 250L, 2);
            case "Boolean" -> random.nextBoolean();
            case "LocalDate" -> Shop.TODAY.minusDays(random.nextInt(500) - 60L);
            default -> moment();
        };
    }

    private Instant moment() {
        return Shop.NOW.minus(random.nextInt(500 * 24 * 60) - 60L * 24 * 60, ChronoUnit.MINUTES);
    }

    private void shareSome(int perEntity) {
        for (String entity : List.of("account", "opportunity", "invoice", "lead", "order")) {
            Set<String> done = new HashSet<>();
            for (int i = 0; i < perEntity / 3; i++) {
                long principal = random.nextBoolean() ? 1 + random.nextInt(USERS) : 100 + random.nextInt(TEAMS);
                long record = 1 + random.nextInt(perEntity);
                if (!(entity.equals("account") && record < 3) && done.add(principal + " " + record)) {
                    shop.share(entity, principal, record);
                }
            }
        }
    }

    /** Somebody with new random rights on everything. */
    Caller somebody(long user) {
        Caller caller = ShopCallers.user(user, 1L + random.nextInt(TEAMS));
        for (EntityType type : shop.types.all()) {
            if (!type.features().common() && !type.isPart()) {
                shop.rights.scope(user, type.name(), scope(user));
            }
            for (FieldType field : type.fields()) {
                if (!field.flags().hidden() && random.nextInt(12) == 0) {
                    shop.rights.close(user, type.name(), field.name());
                }
            }
        }
        return caller;
    }

    private Scope scope(long user) {
        Set<Long> principals = Set.of(user, 100L + random.nextInt(TEAMS));
        return switch (random.nextInt(8)) {
            case 0 -> Scope.NONE;
            case 1, 2 -> Scope.ALL;
            case 3 -> new Scope(false, Set.of(user), Set.of(), Set.of());
            case 4 -> new Scope(false, Set.of(user), Set.of(1L + random.nextInt(TEAMS)), Set.of());
            case 5 -> new Scope(false, Set.of(), Set.of(), principals);
            case 6 -> new Scope(false, many(), Set.of(), random.nextBoolean() ? principals : Set.of());
            default -> new Scope(false, Set.of(user), Set.of(1L, 2L), principals);
        };
    }

    /** More owners than there are branches for. */
    private Set<Long> many() {
        Set<Long> owners = new HashSet<>(Set.of(1L, 2L, 3L));
        int more = random.nextBoolean() ? 15 : 300;
        for (int i = 0; i < more; i++) {
            owners.add(1000L + i);
        }
        return owners;
    }
}
