package org.salacrm.core.mail;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.mail.Signature;
import org.salacrm.api.mail.Templates;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.security.Callers;
import org.salacrm.core.definition.CompanyZone;

/** Templates as records, filled in by questions that are asked with the rights of whoever sends. */
@Component
public final class StoredTemplates implements Templates {
    private static final String TEMPLATE = "mailTemplate";
    private static final String LANGUAGE = "language";
    private static final List<String> FIELDS = List.of(
            "entity", "subject", "body", "subjectEn", "bodyEn", "withoutOwnSignature", "withoutCompanySignature");
    private static final List<String> SPOKEN_TO = List.of("contact", "account");

    private final EntityTypes types;
    private final Queries queries;
    private final PickLists pickLists;
    private final Callers callers;
    private final CompanyZone zone;

    @Activate
    public StoredTemplates(
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference PickLists pickLists,
            @Reference Callers callers,
            @Reference CompanyZone zone) {
        this.types = types;
        this.queries = queries;
        this.pickLists = pickLists;
        this.callers = callers;
        this.zone = zone;
    }

    @Override
    public Filled fill(long template, Ref about, String language) {
        Row row = queries.one(TEMPLATE, template, FIELDS)
                .filter(found -> about.entity().equals(found.values().get(0)))
                .orElseThrow(() -> new AbsentRecordException(TEMPLATE, template));
        boolean english = (language.isEmpty() ? language(about) : language).equals("en")
                && !text(row, 4).isBlank();
        String subject = text(row, english && !text(row, 3).isBlank() ? 3 : 1);
        String body = text(row, english ? 4 : 2);
        LetterWords words = new LetterWords(pickLists, zone.get(), english ? "en" : "th");
        Map<String, String> values = values(about, TemplateText.paths(subject + " " + body), words);
        return new Filled(TemplateText.filled(subject, values), TemplateText.filled(body, values), signatures(row));
    }

    private static Set<Signature> signatures(Row row) {
        Set<Signature> signatures = EnumSet.allOf(Signature.class);
        signatures.removeIf(one -> Boolean.TRUE.equals(row.values().get(one == Signature.OWN ? 5 : 6)));
        return signatures;
    }

    @Override
    public String language(Ref about) {
        List<String> paths = languages(types.get(about.entity()));
        return queries.one(about.entity(), about.id(), paths).map(Row::values).orElse(List.of()).stream()
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse("th");
    }

    /** Its own first, then those of the people, then of the customers it leads to. */
    private List<String> languages(EntityType type) {
        List<String> paths = new ArrayList<>();
        type.field(LANGUAGE).map(FieldType::name).ifPresent(paths::add);
        for (String whom : SPOKEN_TO) {
            type.fields().stream()
                    .filter(field -> field.ref().equals(whom))
                    .forEach(field -> paths.add(field.name() + "." + LANGUAGE));
        }
        return paths;
    }

    private static String text(Row row, int place) {
        Object value = row.values().get(place);
        return value == null ? "" : value.toString();
    }

    private Map<String, String> values(Ref about, Set<String> paths, LetterWords words) {
        EntityType type = types.get(about.entity());
        List<String> own = new ArrayList<>();
        List<String> senders = new ArrayList<>();
        for (String path : paths) { // a module may have gone since the template was written
            if (TemplateText.field(types, type, path).isPresent()) {
                (path.startsWith(TemplateText.SENDER) ? senders : own).add(path);
            }
        }
        Map<String, String> values = new HashMap<>(answers(about, own, words));
        List<String> bare = senders.stream()
                .map(path -> path.substring(TemplateText.SENDER.length()))
                .toList();
        answers(new Ref("user", callers.current().user(), ""), bare, words)
                .forEach((path, word) -> values.put(TemplateText.SENDER + path, word));
        return values;
    }

    private Map<String, String> answers(Ref record, List<String> paths, LetterWords words) {
        if (paths.isEmpty()) {
            return Map.of();
        }
        EntityType type = types.get(record.entity());
        Row row = queries.one(type.name(), record.id(), paths)
                .orElseThrow(() -> new AbsentRecordException(type.name(), record.id()));
        Map<String, String> answers = new HashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            Object value = row.values().get(i);
            String path = paths.get(i);
            TemplateText.field(types, type, path).ifPresent(field -> answers.put(path, words.of(field, value)));
        }
        return answers;
    }
}
