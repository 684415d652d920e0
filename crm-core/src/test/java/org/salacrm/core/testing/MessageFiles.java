package org.salacrm.core.testing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.salacrm.api.message.Messages;
import org.salacrm.api.message.Text;

/** Messages read from the given folders of the class path, as {@code CRM-INF/import}. */
public final class MessageFiles implements Messages {
    private final Properties th = new Properties();
    private final Properties en = new Properties();

    public MessageFiles(String... folders) {
        for (String folder : folders) {
            load(th, folder + "/messages_th.properties");
            load(en, folder + "/messages_en.properties");
        }
    }

    private static void load(Properties into, String resource) {
        var stream = MessageFiles.class.getClassLoader().getResourceAsStream(resource);
        if (stream == null) {
            return;
        }
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            into.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Text text(String key) {
        return new Text(th.getProperty(key, key), en.getProperty(key, key));
    }

    @Override
    public boolean has(String key) {
        return th.containsKey(key) || en.containsKey(key);
    }

    @Override
    public String format(String language, String key, Map<String, ?> values) {
        String text = text(key).in(language);
        for (Map.Entry<String, ?> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
        }
        return text;
    }
}
