package org.salacrm.rest.metadata;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.message.Text;
import org.salacrm.rest.problem.Sentences;

/** Finds the words for what the metadata names, by the inferred keys. */
@Component(service = Labels.class)
public final class Labels {
    private final Sentences sentences;

    @Activate
    public Labels(@Reference Sentences sentences) {
        this.sentences = sentences;
    }

    public Text entity(String entity) {
        return sentences.text(entity + ".label");
    }

    /** Several of them; the singular where there is no word of its own. */
    public Text plural(String entity) {
        return sentences.has(entity + ".plural") ? sentences.text(entity + ".plural") : entity(entity);
    }

    /** A field; those that every record has are named once for all. */
    public Text field(String entity, FieldType field) {
        return of(entity + "." + field.name(), "record." + field.name());
    }

    /** A field of a record that was merged into another one. */
    public Text former(Text field) {
        return new Text(
                sentences.format("th", "search.former", Map.of("field", field.th())),
                sentences.format("en", "search.former", Map.of("field", field.en())));
    }

    /** What is no field of an entity, but hangs on every record. */
    public Text beside(String name) {
        String key = "record." + name + ".label";
        return sentences.has(key) ? sentences.text(key) : Text.of(name);
    }

    /** A verb of an entity: action, transition or conversion. */
    public Text verb(String entity, String id) {
        return of(entity + "." + id.substring(id.lastIndexOf('.') + 1), "action." + id);
    }

    /** Whether it is a verb with a word of its own. */
    public boolean isVerb(String entity, String id) {
        return sentences.has(entity + "." + id.substring(id.lastIndexOf('.') + 1) + ".label")
                || sentences.has("action." + id + ".label");
    }

    public Text view(String id) {
        return sentences.text("view." + id + ".label");
    }

    public Text menu(String id) {
        return sentences.text("menu." + id + ".label");
    }

    public Text section(String id) {
        return sentences.text("section." + id + ".label");
    }

    /** A number of a report; its own name where there is no word for it. */
    public Text measure(String name) {
        String key = "measure." + name + ".label";
        return sentences.has(key) ? sentences.text(key) : Text.of(name);
    }

    public Text pickList(String id) {
        return sentences.text("pickList." + id + ".label");
    }

    public Text text(String key) {
        return sentences.text(key);
    }

    public boolean has(String key) {
        return sentences.has(key);
    }

    private Text of(String own, String common) {
        String key = own + ".label";
        return sentences.has(key) || !sentences.has(common + ".label")
                ? sentences.text(key)
                : sentences.text(common + ".label");
    }
}
