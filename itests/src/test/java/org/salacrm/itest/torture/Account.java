package org.salacrm.itest.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A customer whose fields, addresses and field of the company's own always carry one mark: half of a write shows. */
final class Account {
    /** The field of the company's own. */
    static final String OWN = "tortureMark";

    final String id;
    private int version;
    private int mark;
    /** What the change said that was not answered; -1 when there is none. */
    private int open = -1;

    Account(String id, int version, int mark) {
        this.id = id;
        this.version = version;
        this.mark = mark;
    }

    static Map<String, Object> values(int mark) {
        Map<String, Object> values = new HashMap<>();
        values.put("remark", Integer.toString(mark));
        values.put(OWN, mark);
        values.put("addresses", Collections.nCopies(1 + mark % 3, Map.of("street", Integer.toString(mark))));
        return values;
    }

    /** The mark that all of the record carries. @throws AssertionError when it is not one */
    static int wholeMark(JsonNode record) {
        int mark = record.get("remark").asInt();
        List<Integer> marks = new ArrayList<>(List.of(record.path(OWN).asInt(-1)));
        record.get("addresses")
                .forEach(address -> marks.add(address.get("street").asInt(-1)));
        assertThat(marks)
                .as("marks of account %s, version %s", record.get("id"), record.get("version"))
                .hasSize(2 + mark % 3)
                .containsOnly(mark);
        return mark;
    }

    boolean isOpen() {
        return open >= 0;
    }

    void change(Desk desk, int next) {
        open = next;
        JsonNode saved = desk.ask(
                "PATCH", "/api/records/account/" + id, values(next), "If-Match", '"' + Integer.toString(version) + '"');
        version = saved.get("version").asInt();
        mark = next;
        open = -1;
    }

    /** Compares and takes what is there as known. @return its version */
    int compare(Desk desk) {
        JsonNode record = desk.ask("GET", "/api/records/account/" + id, null);
        int there = wholeMark(record);
        int versionThere = record.get("version").asInt();
        if (there == mark) {
            assertThat(versionThere).as("version of account %s", id).isEqualTo(version);
        } else {
            assertThat(there)
                    .as("account %s: neither what was acknowledged nor what was open", id)
                    .isEqualTo(open);
            assertThat(versionThere).isEqualTo(version + 1);
        }
        JsonNode history = desk.ask("GET", "/api/records/account/" + id + "/history", null);
        if (history.path("next").isMissingNode()) {
            assertThat(history.get("items")).as("history of account %s", id).hasSize(versionThere);
        }
        version = versionThere;
        mark = there;
        open = -1;
        return version;
    }
}
