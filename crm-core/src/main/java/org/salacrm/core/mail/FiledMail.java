package org.salacrm.core.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.file.Files;
import org.salacrm.api.mail.FoundMail;
import org.salacrm.api.mail.MailReader;
import org.salacrm.api.mail.MailReader.Letter;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.InvalidRecordException.Refusal;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.Records.Saved;
import org.salacrm.core.record.Writes;

/** Keeps the file of an e-mail as an activity; what it says is text, whatever it was written in. */
@Component
public class FiledMail implements FoundMail {
    private static final String ACTIVITY = "activity";
    private static final int LARGEST = 25 << 20;
    private static final int MOST_FILES = 20;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_TEXT = 20_000;
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]{1,100}");
    private static final int MOST_ADDRESSES = 15;

    private final Records records;
    private final Writes writes;
    private final Files files;
    private final MailReader reader;

    @Activate
    public FiledMail(
            @Reference Records records,
            @Reference Writes writes,
            @Reference Files files,
            @Reference MailReader reader) {
        this.records = records;
        this.writes = writes;
        this.files = files;
        this.reader = reader;
    }

    @Override
    public Saved take(Ref about, String name, InputStream file) {
        byte[] bytes = bytes(file);
        Letter letter = reader.read(bytes).orElseThrow(() -> new InvalidRecordException("file", "invalid.mail.file"));
        return records.transaction(() -> {
            Saved saved = writes.create(ACTIVITY, said(about, letter), known(letter));
            files.attach(ACTIVITY, saved.id(), name, new ByteArrayInputStream(bytes));
            letter.enclosed().stream()
                    .limit(MOST_FILES)
                    .forEach(one ->
                            files.attach(ACTIVITY, saved.id(), one.name(), new ByteArrayInputStream(one.content())));
            return saved;
        });
    }

    private static byte[] bytes(InputStream file) {
        try {
            byte[] bytes = file.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new InvalidRecordException(
                        List.of(new Refusal("file", "invalid.file.size", Map.of("max", LARGEST >> 20))));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> said(Ref about, Letter letter) {
        String subject = cut(letter.subject().replaceAll("\\p{Cntrl}+", " ").strip(), LONGEST_SUBJECT);
        Map<String, Object> said = new HashMap<>();
        said.put("type", "email");
        said.put("status", "completed");
        said.put("subject", subject.isEmpty() ? "–" : subject);
        said.put("description", cut(letter.text().replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", ""), LONGEST_TEXT));
        said.put("regarding", Map.of("id", about.id(), "entity", about.entity()));
        letter.sentAt().ifPresent(at -> said.put("dueAt", at));
        return said;
    }

    private static Map<String, Object> known(Letter letter) {
        Map<String, Object> known = new HashMap<>();
        known.put("mailFrom", Addresses.isOne(letter.from()) ? letter.from() : null);
        known.put("mailTo", joined(letter.to()));
        known.put("mailKey", KEY.matcher(letter.id()).matches() ? letter.id() : null);
        known.put("mailCc", joined(letter.cc()));
        return known;
    }

    private static String joined(List<String> addresses) {
        return Addresses.joined(addresses.stream()
                .filter(Addresses::isOne)
                .limit(MOST_ADDRESSES)
                .toList());
    }

    /** Never in the middle of a character. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
