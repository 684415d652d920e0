package org.salacrm.core.definition;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.message.Messages;
import org.salacrm.api.message.Text;

/**
 * Words from the message files ({@code *_th.properties}, {@code *_en.properties}) of the active modules; the company's
 * own words come first.
 */
@Component(service = Messages.class)
public class PropertyMessages implements Messages {
    private static final Predicate<String> LANGUAGE =
            Pattern.compile("_(th|en)\\.properties$").asPredicate();
    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z][\\w.]*)\\}");

    private final ModuleTexts texts;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<Words> company = List.of();

    private final Reuse<ModuleTexts.ModuleText, Properties> files = new Reuse<>(PropertyMessages::load);
    private volatile Picture picture = new Picture(null, Map.of());

    @Activate
    public PropertyMessages(@Reference ModuleTexts texts) {
        this.texts = texts;
    }

    private record Picture(List<ModuleTexts.ModuleText> texts, Map<String, Text> words) {}

    @Override
    public Text text(String key) {
        return find(key).orElseGet(() -> Text.of(key));
    }

    @Override
    public boolean has(String key) {
        return find(key).isPresent();
    }

    @Override
    public String format(String language, String key, Map<String, ?> values) {
        Matcher place = PLACE.matcher(text(key).in(language));
        return place.replaceAll(found -> Matcher.quoteReplacement(
                values.containsKey(found.group(1)) ? String.valueOf(values.get(found.group(1))) : found.group()));
    }

    private Optional<Text> find(String key) {
        return company.stream()
                .flatMap(words -> words.find(key).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(shipped().get(key)));
    }

    private Map<String, Text> shipped() {
        List<ModuleTexts.ModuleText> now = texts.all();
        if (picture.texts() != now) {
            picture = new Picture(now, read(now));
        }
        return picture.words();
    }

    private Map<String, Text> read(List<ModuleTexts.ModuleText> now) {
        Properties thai = new Properties();
        Properties english = new Properties();
        files.of(now.stream().filter(file -> LANGUAGE.test(file.file())).toList())
                .forEach((file, words) -> (file.file().endsWith("_th.properties") ? thai : english).putAll(words));
        Map<String, Text> words = new HashMap<>();
        english.forEach(
                (key, en) -> words.put((String) key, new Text((String) thai.getOrDefault(key, en), (String) en)));
        thai.forEach((key, th) -> words.putIfAbsent((String) key, Text.of((String) th)));
        return words;
    }

    private static Properties load(ModuleTexts.ModuleText file) {
        try {
            Properties words = new Properties();
            words.load(new StringReader(file.text()));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.file(), e);
        }
    }
}
