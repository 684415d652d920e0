package org.salacrm.test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.message.Text;

/** Pick lists that a test writes down. */
public final class FakePickLists implements PickLists {
    private final Map<String, PickList> lists = new HashMap<>();

    /** @param words each {@code code}, {@code code phase} or {@code code phase percent} */
    public FakePickLists with(String list, String... words) {
        List<PickList.Item> items = new ArrayList<>();
        for (String word : words) {
            String[] parts = word.split(" ");
            items.add(new PickList.Item(
                    parts[0],
                    Text.of(parts[0]),
                    items.size(),
                    "neutral",
                    parts.length > 1 ? parts[1] : "",
                    parts.length > 2 ? Optional.of(new BigDecimal(parts[2])) : Optional.empty(),
                    true));
        }
        lists.put(list, new PickList(list, items));
        return this;
    }

    @Override
    public PickList get(String id) {
        return lists.getOrDefault(id, new PickList(id, List.of()));
    }

    @Override
    public List<PickList> all() {
        return List.copyOf(lists.values());
    }

    @Override
    public void save(PickList list) {
        lists.put(list.id(), list);
    }

    @Override
    public long version() {
        return lists.size();
    }
}
