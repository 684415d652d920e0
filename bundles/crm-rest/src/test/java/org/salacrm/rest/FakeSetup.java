package org.salacrm.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.salacrm.api.definition.Definition;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.message.Messages;
import org.salacrm.api.message.Text;

/** Words, pick lists and definitions of a test. */
final class FakeSetup implements Messages, PickLists, Registry {
    final Map<String, Text> words = new LinkedHashMap<>();
    final Map<String, PickList> lists = new LinkedHashMap<>();
    final List<Definition> definitions = new ArrayList<>();
    private long version = 1;

    @Override
    public Text text(String key) {
        return words.getOrDefault(key, Text.of(key));
    }

    @Override
    public boolean has(String key) {
        return words.containsKey(key);
    }

    @Override
    public String format(String language, String key, Map<String, ?> values) {
        String sentence = text(key).in(language);
        for (Map.Entry<String, ?> value : values.entrySet()) {
            sentence = sentence.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
        }
        return sentence;
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
        version++;
    }

    @Override
    public <D extends Definition> List<D> all(Class<D> kind) {
        return definitions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public <D extends Definition> Optional<D> find(Class<D> kind, String id) {
        return all(kind).stream().filter(d -> d.id().equals(id)).findFirst();
    }

    @Override
    public <D extends Definition> void save(Class<D> kind, String id, Map<String, ?> body) {
        throw new IllegalStateException("a test defines by objects");
    }

    @Override
    public <D extends Definition> void reset(Class<D> kind, String id) {
        definitions.removeIf(d -> kind.isInstance(d) && d.id().equals(id));
    }

    @Override
    public long version() {
        return version;
    }

    /** The words of a properties text in both languages alike. */
    void say(Properties properties) {
        properties.forEach((key, value) -> words.put((String) key, Text.of((String) value)));
    }
}
