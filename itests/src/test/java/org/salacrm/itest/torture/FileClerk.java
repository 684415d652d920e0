package org.salacrm.itest.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Attaches files to a customer. */
final class FileClerk implements Clerk {
    private final Desk desk;
    private final Path folder;
    private final String account;
    /** What was kept, by id. */
    private final Map<String, String> kept = new LinkedHashMap<>();

    FileClerk(Desk desk, Path folder) {
        this.desk = desk;
        this.folder = folder;
        this.account = desk.ask("POST", "/api/records/account", Map.of("name", desk.name()))
                .get("id")
                .asText();
    }

    @Override
    public void write() {
        String text = "content " + desk.random().nextLong()
                + "\n".repeat(desk.random().nextInt(20_000));
        try {
            Path file = Files.writeString(folder.resolve(desk.name() + ".txt"), text);
            String id = desk.upload("/api/records/account/" + account + "/files", "account", file)
                    .get("id")
                    .asText();
            kept.put(id, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<String> compare() {
        kept.forEach((id, text) -> {
            HttpResponse<String> file = desk.person().send("GET", "/api/files/" + id, null);
            assertThat(file.statusCode()).as("file %s", id).isEqualTo(200);
            assertThat(file.body()).isEqualTo(text);
        });
        kept.clear();
        return Set.of();
    }
}
