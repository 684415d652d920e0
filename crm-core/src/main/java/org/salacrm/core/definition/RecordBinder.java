package org.salacrm.core.definition;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salacrm.api.query.Filter;
import org.salacrm.api.query.MalformedQueryException;
import org.salacrm.api.query.Sort;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Makes the records of the API out of YAML and refuses, by line, whatever they do not know. */
final class RecordBinder {
    private static final Map<Class<?>, Object> NOTHING = Map.of(
            String.class,
            "",
            int.class,
            0,
            boolean.class,
            false,
            List.class,
            List.of(),
            Map.class,
            Map.of(),
            Optional.class,
            Optional.empty(),
            Filter.class,
            Filter.NONE);

    private final String file;

    RecordBinder(String file) {
        this.file = file;
    }

    /** A record whose {@code id} is the key it stands under. */
    <T> T bind(Node node, Class<T> type, String id, String place) {
        return type.cast(record(node, type, Map.of("id", id), place));
    }

    RefusedDefinitionException refuse(Node node, String place, String reason) {
        return new RefusedDefinitionException(file, node.getStartMark().getLine() + 1, place, reason);
    }

    /** The entries of a mapping by key, in order; the same key twice is refused. */
    Map<String, Node> mapping(Node node, String place) {
        if (!(node instanceof MappingNode mapping)) {
            throw refuse(node, place, "needs keys with values here");
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = YamlTree.text(tuple.getKeyNode());
            if (key.isBlank()) {
                throw refuse(tuple.getKeyNode(), place, "a key must be a word");
            }
            if (entries.put(key, tuple.getValueNode()) != null) {
                throw refuse(tuple.getKeyNode(), place, "the key " + key + " stands here twice");
            }
        }
        return entries;
    }

    /** @param node null: nothing is said, every value is its default */
    private Object record(Node node, Class<?> type, Map<String, Object> given, String place) {
        Map<String, Node> left = node == null ? new LinkedHashMap<>() : mapping(node, place);
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            values[i] = given.containsKey(name)
                    ? given.get(name)
                    : component(left.remove(name), components[i], node, place);
        }
        left.forEach((key, stranger) -> {
            throw refuse(stranger, place, "there is no key " + key + "; known are " + keys(components, given));
        });
        return make(type, components, values);
    }

    private Object component(Node node, RecordComponent component, Node owner, String place) {
        String name = component.getName();
        String key = component.getDeclaringRecord().getSimpleName() + "." + name;
        if (node == null || YamlTree.isNull(node)) {
            if (Shape.required(key)) {
                throw refuse(owner, place, "needs the key " + name);
            }
            return Shape.fallback(key, nothing(component.getType()));
        }
        String inner = place + " › " + name;
        Object value = value(node, component.getGenericType(), inner);
        List<String> words = Shape.words(key);
        if (!words.isEmpty() && !words.contains(String.valueOf(value))) {
            throw refuse(node, inner, "cannot be " + value + "; known are " + String.join(", ", words));
        }
        return value;
    }

    private Object value(Node node, Type type, String place) {
        if (type instanceof ParameterizedType generic) {
            return container(node, generic, place);
        }
        if (type == Filter.class) {
            return filter(node, place);
        }
        if (type == Sort.class && node instanceof ScalarNode) {
            String path = scalar(node, place);
            return path.startsWith("-") ? Sort.down(path.substring(1)) : Sort.up(path);
        }
        if (type instanceof Class<?> c && c.isRecord()) {
            return record(node, c, Map.of(), place);
        }
        return type == Object.class ? YamlTree.of(node) : plain(node, type, place);
    }

    private Object plain(Node node, Type type, String place) {
        String text = scalar(node, place);
        if (type == String.class) {
            return text;
        }
        Object value = YamlTree.of(node);
        if (type == boolean.class && value instanceof Boolean
                || (type == int.class || type == Integer.class) && value instanceof Integer) {
            return value;
        }
        if (type == BigDecimal.class && value instanceof Number) {
            return new BigDecimal(text);
        }
        throw refuse(node, place, "needs " + (type == boolean.class ? "true or false" : "a number") + ", not " + text);
    }

    private Object container(Node node, ParameterizedType type, String place) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return Optional.of(value(node, arguments[0], place));
        }
        if (type.getRawType() == Map.class) {
            Map<String, Object> map = new LinkedHashMap<>();
            mapping(node, place).forEach((key, child) -> map.put(key, value(child, arguments[1], place + " › " + key)));
            return Collections.unmodifiableMap(map);
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw refuse(node, place, "needs a list, as in [a, b]");
        }
        List<Object> list = new ArrayList<>();
        for (Node child : sequence.getValue()) {
            list.add(value(child, arguments[0], place + "[" + (list.size() + 1) + "]"));
        }
        return Collections.unmodifiableList(list);
    }

    private Filter filter(Node node, String place) {
        try {
            return Filter.parse(YamlTree.of(node));
        } catch (MalformedQueryException e) {
            throw refuse(node, place, e.getMessage());
        }
    }

    private String scalar(Node node, String place) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw refuse(node, place, "needs one value, not " + (node instanceof SequenceNode ? "a list" : "keys"));
    }

    private Object nothing(Class<?> type) {
        return type.isRecord() ? record(null, type, Map.of(), "") : NOTHING.get(type);
    }

    private static Object make(Class<?> type, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + ": " + e.getCause().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e);
        }
    }

    private static String keys(RecordComponent[] components, Map<String, Object> given) {
        return Arrays.stream(components)
                .map(RecordComponent::getName)
                .filter(name -> !given.containsKey(name))
                .collect(Collectors.joining(", "));
    }
}
