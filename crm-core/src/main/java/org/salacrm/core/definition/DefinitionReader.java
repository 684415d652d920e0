package org.salacrm.core.definition;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salacrm.api.definition.AlertRule;
import org.salacrm.api.definition.CalendarSource;
import org.salacrm.api.definition.Conversion;
import org.salacrm.api.definition.Definition;
import org.salacrm.api.definition.DuplicateRule;
import org.salacrm.api.definition.Erasure;
import org.salacrm.api.definition.Form;
import org.salacrm.api.definition.Holidays;
import org.salacrm.api.definition.HomeBlock;
import org.salacrm.api.definition.LabelFormat;
import org.salacrm.api.definition.Lifecycle;
import org.salacrm.api.definition.Menu;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.Receiver;
import org.salacrm.api.definition.ReportDefinition;
import org.salacrm.api.definition.View;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a file of definitions: kinds, each a map from id to body. A file with one fault is refused as a whole. */
public final class DefinitionReader {
    private static final Map<String, Class<? extends Definition>> KINDS = kinds();

    private DefinitionReader() {}

    /**
     * A definition as read.
     *
     * @param tree its body as plain maps, lists and values
     */
    public record Read(String kind, Definition definition, Map<String, Object> tree) {}

    /** @throws RefusedDefinitionException naming file, line and key of the first fault */
    public static List<Read> read(String file, String text) {
        RecordBinder binder = new RecordBinder(file);
        Node root = compose(file, text);
        List<Read> all = new ArrayList<>();
        if (root == null || YamlTree.isNull(root)) {
            return all;
        }
        binder.mapping(root, "").forEach((kind, bodies) -> {
            Class<? extends Definition> type = KINDS.get(kind);
            if (type == null) {
                throw binder.refuse(
                        bodies, "", "there is no kind " + kind + "; known are " + String.join(", ", KINDS.keySet()));
            }
            binder.mapping(bodies, kind).forEach((id, body) -> all.add(one(binder, kind, type, Map.entry(id, body))));
        });
        return all;
    }

    /** The word of a kind in YAML: {@code views} for {@link View}. */
    public static String kind(Class<? extends Definition> type) {
        return KINDS.entrySet().stream()
                .filter(e -> e.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of definition: " + type));
    }

    private static Read one(
            RecordBinder binder, String kind, Class<? extends Definition> type, Map.Entry<String, Node> entry) {
        Node body = entry.getValue();
        String place = kind + " › " + entry.getKey();
        Definition definition = binder.bind(body, type, entry.getKey(), place);
        Map<String, Object> tree = new LinkedHashMap<>();
        binder.mapping(body, place).forEach((key, node) -> tree.put(key, YamlTree.of(node)));
        String fault = Soundness.fault(definition);
        if (!fault.isEmpty()) {
            throw binder.refuse(body, place, fault);
        }
        return new Read(kind, definition, tree);
    }

    private static Node compose(String file, String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(10);
        options.setNestingDepthLimit(30);
        try {
            return new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new RefusedDefinitionException(
                    file,
                    line,
                    "",
                    e.getProblem() + " (text that begins with @, *, & or % or holds \": \" needs quotes)");
        } catch (YAMLException e) {
            throw new RefusedDefinitionException(file, 1, "", e.getMessage());
        }
    }

    private static Map<String, Class<? extends Definition>> kinds() {
        Map<String, Class<? extends Definition>> kinds = new LinkedHashMap<>();
        kinds.put("views", View.class);
        kinds.put("menus", Menu.class);
        kinds.put("homeBlocks", HomeBlock.class);
        kinds.put("lifecycles", Lifecycle.class);
        kinds.put("conversions", Conversion.class);
        kinds.put("pickLists", PickList.class);
        kinds.put("forms", Form.class);
        kinds.put("reports", ReportDefinition.class);
        kinds.put("calendars", CalendarSource.class);
        kinds.put("holidays", Holidays.class);
        kinds.put("alertRules", AlertRule.class);
        kinds.put("duplicateRules", DuplicateRule.class);
        kinds.put("labelFormats", LabelFormat.class);
        kinds.put("receivers", Receiver.class);
        kinds.put("erasures", Erasure.class);
        return kinds;
    }
}
