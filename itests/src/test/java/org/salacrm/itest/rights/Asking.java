package org.salacrm.itest.rights;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What every door needs: the company, chance, and where differences are told. */
record Asking(World world, Random random, Findings findings, Supplier<Colleague> staff) {

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Any record, or one that he probably has something to do with. */
    Entry entry(Colleague who) {
        return entry(who, pick(World.KINDS).entity());
    }

    Entry entry(Colleague who, String entity) {
        List<Entry> there = world.all(entity).stream().filter(Entry::isThere).toList();
        List<Entry> near =
                switch (random.nextInt(7)) {
                    case 0 -> List.of();
                    case 1 ->
                        there.stream()
                                .filter(e -> e.item().owner() == who.eye.user.id())
                                .toList();
                    case 2 ->
                        there.stream()
                                .filter(e -> !world.rules.shares(e.item()).isEmpty())
                                .toList();
                    case 3, 4 -> there.stream().filter(who.eye::reads).toList();
                    default ->
                        there.stream()
                                .filter(e -> who.eye.reads(e) && who.eye.may(e, "update"))
                                .toList();
                };
        return near.isEmpty() ? pick(there) : pick(near);
    }
}
