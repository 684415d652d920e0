package org.salacrm.rest.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.message.Messages;
import org.salacrm.api.message.Text;

/** The words of the HTTP layer beside those of the product: refusals must be said even when no module speaks. */
@Component(service = Sentences.class)
public final class Sentences {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Messages messages;
    private final Properties thai = read("th");
    private final Properties english = read("en");

    @Activate
    public Sentences(@Reference Messages messages) {
        this.messages = messages;
    }

    /** The text of a key: the product's own words first, then those of this bundle. */
    public Text text(String key) {
        return messages.has(key) || !has(key)
                ? messages.text(key)
                : new Text(thai.getProperty(key), english.getProperty(key));
    }

    public boolean has(String key) {
        return english.containsKey(key) || messages.has(key);
    }

    /** A sentence with its places filled. */
    public String format(String language, String key, Map<String, ?> values) {
        if (messages.has(key) || !english.containsKey(key)) {
            return messages.format(language, key, values);
        }
        return PLACE.matcher(text(key).in(language))
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.containsKey(found.group(1))
                                ? String.valueOf(values.get(found.group(1)))
                                : found.group()));
    }

    private static Properties read(String language) {
        Properties properties = new Properties();
        String file = "/CRM-INF/messages_" + language + ".properties";
        try (var in = new InputStreamReader(Sentences.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
