package org.salacrm.itest.rights;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salacrm.itest.Pdf;
import org.salacrm.itest.Person;
import org.salacrm.itest.Wait;

/** A user of the company who asks over HTTP; whatever he is told is searched for words he must not read. */
final class Colleague {
    private static final Pattern TOKEN = Pattern.compile("§([a-z]+)(\\d+)\\.(\\w+)§");
    private static final Duration JOB = Duration.ofMinutes(1);
    final Eye eye;
    private final World world;
    private final Person person;
    private final Findings findings;
    private String told = "";

    Colleague(World world, Eye eye, Person person, Findings findings) {
        this.world = world;
        this.eye = eye;
        this.person = person;
        this.findings = findings;
    }

    /** What came back. */
    record Answer(int status, Object body, String tag) {
        boolean is(int expected) {
            return status == expected;
        }

        Object get(String key) {
            return Plain.map(body).get(key);
        }
    }

    Answer send(String door, String method, String path, Object body, String... headers) {
        HttpResponse<String> response = person.send(method, path, body, headers);
        return answer(door, method + " " + path, body == null ? "" : Plain.write(body), response);
    }

    Stream<String> events() {
        return person.events();
    }

    Answer get(String door, String path) {
        return send(door, "GET", path, null);
    }

    Answer attach(String door, String path, Map<String, String> fields, String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return answer(door, "POST " + path, name + content, person.attach(path, fields, name, bytes));
    }

    /** A file to be imported. */
    Answer upload(String door, String entity, Path file) {
        return answer(door, "POST /api/imports", "" + file, person.sendFile("/api/imports", entity, file));
    }

    /** A PDF file; its text is searched as well, and is the body of the answer. */
    Answer pdf(String door, String path, Object body) {
        HttpResponse<byte[]> response = person.file(path, body);
        findings.asked(door, response.statusCode());
        String text = response.statusCode() == 200
                ? Pdf.text(response.body())
                : new String(response.body(), StandardCharsets.UTF_8);
        if (response.statusCode() >= 500) {
            findings.differ(this + " POST " + path + " answered " + text);
        }
        searched("POST " + path, Plain.write(body), text);
        return new Answer(response.statusCode(), text, "");
    }

    /** One of his jobs, once it has ended. */
    Answer ended(Object job) {
        Answer[] last = new Answer[1];
        Wait.until(() -> job + " is done", JOB, () -> {
            last[0] = get("job", "/api/jobs/" + job);
            return List.of("done", "failed").contains(String.valueOf(last[0].get("state")));
        });
        return last[0];
    }

    private Answer answer(String door, String question, String sent, HttpResponse<String> response) {
        findings.asked(door, response.statusCode());
        if (response.statusCode() >= 500) {
            findings.differ(this + " " + question + " " + sent + " answered " + response.body());
        }
        searched(question, sent, response.body());
        if (response.statusCode() >= 400 && !eye.sees("opportunity", "stage")) {
            silent(question, sent, response.body());
        }
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        Object body = json ? Plain.read(response.body()) : response.body();
        return new Answer(
                response.statusCode(),
                body,
                response.headers().firstValue("ETag").orElse(""));
    }

    /** A refusal does not tell the state to whoever may not read it; naming the step he asked for tells nothing. */
    private void silent(String question, String sent, String told) {
        world.stages().stream()
                .filter(told::contains)
                .filter(stage -> !world.step(question).contains(stage))
                .forEach(stage -> findings.differ(
                        this + " " + question + " " + sent + "\n    tells the state " + stage + ": " + told));
    }

    /** Somebody told him that. */
    void hears(String words) {
        told += words;
    }

    /** A word that was given to him and that he can take apart. */
    void given(String question, String word) {
        searched(question, "", word);
    }

    private void searched(String question, String sent, String answer) {
        Matcher tokens = TOKEN.matcher(answer);
        while (tokens.find()) {
            if (!(sent + told).contains(tokens.group()) && !mayHear(tokens)) {
                findings.differ(this + " " + question + " " + sent + "\n    tells " + tokens.group());
            }
        }
    }

    private boolean mayHear(Matcher token) {
        Entry entry = world.byNumber(token.group(1), Long.parseLong(token.group(2)));
        String field = token.group(3);
        boolean reads = eye.may(entry, "read");
        boolean attached = field.equals("note") || field.equals("file");
        return reads && (attached || eye.sees(entry.entity, field))
                || field.equals(World.title(entry.entity)) && eye.hearsOf(entry)
                || eye.readOnce(token.group());
    }

    @Override
    public String toString() {
        return "user " + eye.user.id();
    }
}
