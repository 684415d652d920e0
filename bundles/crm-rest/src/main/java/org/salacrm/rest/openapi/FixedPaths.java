package org.salacrm.rest.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.salacrm.api.security.Verb;
import org.salacrm.rest.json.Shape;

/** The part of the interface that is the same whatever modules are installed. */
final class FixedPaths {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** Method, address, status and what it is for. */
    private static final String[][] OPERATIONS = {
        {"get", "/session", "200", "Who is signed in"},
        {"post", "/session", "200", "Sign in"},
        {"delete", "/session", "204", "Sign out"},
        {"post", "/session/persona", "200", "Sign in as a persona of the demo"},
        {"put", "/session/password", "200", "Change the own password"},
        {"get", "/bootstrap", "200", "What a client needs to begin"},
        {"get", "/home", "200", "The page one starts the day with"},
        {"get", "/settings", "200", "The own settings"},
        {"put", "/settings", "200", "Change the own settings"},
        {"get", "/settings/company", "200", "The company's settings"},
        {"put", "/settings/company", "200", "Change the company's settings"},
        {"get", "/preferences/{key}", "200", "A value kept for the user"},
        {"put", "/preferences/{key}", "204", "Keep a value for the user"},
        {"get", "/types/{entity}", "200", "What is known of an entity"},
        {"post", "/types/{entity}/fields", "201", "Add a field of the company"},
        {"delete", "/types/{entity}/fields/{name}", "204", "Take a field of the company out of use"},
        {"post", "/types/{entity}/fields/{name}/restore", "200", "Bring a field of the company back"},
        {"get", "/pick-lists", "200", "All pick lists"},
        {"get", "/pick-lists/{list}", "200", "Rows of a pick list"},
        {"put", "/pick-lists/{list}", "200", "Replace the rows of a pick list"},
        {"post", "/records/{entity}/merge", "200", "Make one record of several"},
        {"post", "/records/{entity}/merge/proposal", "200", "What a merge would keep and move"},
        {"get", "/merges/{entity}/{id}", "200", "The record that a merged one went into"},
        {"get", "/merges", "200", "Merges into a record that can be taken back"},
        {"post", "/merges/{merge}/undo", "200", "Make several records of one again"},
        {"post", "/records/{entity}/bulk", "202", "Do one verb to many records"},
        {"post", "/records/{entity}/export", "200", "Take what a list shows as a file"},
        {"post", "/records/{entity}/labels", "200", "Addresses on labels or envelopes, as a PDF"},
        {"post", "/records/{entity}/labels/picture", "200", "Their first page as a picture"},
        {"post", "/records/{entity}/labels/check", "200", "Which records have no address, and the formats"},
        {"post", "/records/{entity}/{id}/actions/{action}", "200", "Run a verb of a record"},
        {"get", "/records/{entity}/{id}/history", "200", "What was done to a record"},
        {"get", "/records/{entity}/{id}/timeline", "200", "What happened around a record"},
        {"get", "/records/{entity}/{id}/counts", "200", "Sizes of the lists below a record"},
        {"get", "/records/{entity}/{id}/tree", "200", "All that hangs together with a record, as a group of companies"},
        {"get", "/records/{entity}/{id}/personal-data", "200", "Everything known of a person, as a ZIP"},
        {"get", "/records/{entity}/{id}/personal-data/erasure", "200", "What would become of it were he erased"},
        {"post", "/records/{entity}/{id}/personal-data/erasure", "202", "Erase a person"},
        {"get", "/records/{entity}/{id}/files", "200", "Files of a record"},
        {"post", "/records/{entity}/{id}/files", "201", "Attach a file (multipart, part file)"},
        {"get", "/records/{entity}/{id}/notes", "200", "Notes of a record"},
        {"post", "/records/{entity}/{id}/notes", "201", "Write a note"},
        {"patch", "/notes/{id}", "200", "Write a note anew, or keep it in view"},
        {"delete", "/notes/{id}", "204", "Remove a note"},
        {"get", "/records/{entity}/{id}/shares", "200", "With whom a record is shared"},
        {"put", "/records/{entity}/{id}/shares", "200", "Share a record"},
        {"get", "/records/{entity}/{id}/access", "200", "What the caller may do with it, and whether he follows it"},
        {"put", "/records/{entity}/{id}/follow", "204", "Follow a record"},
        {"delete", "/records/{entity}/{id}/follow", "204", "Stop following a record"},
        {"get", "/records/{entity}/{id}/why", "200", "Why a right is given or not"},
        {"get", "/leavers/{user}", "200", "What somebody who leaves owns"},
        {"post", "/leavers/{user}", "202", "Hand over what somebody who leaves owns"},
        {"get", "/files/{id}", "200", "Download a file"},
        {"delete", "/files/{id}", "204", "Remove a file"},
        {"get", "/recycle-bin", "200", "Deleted records"},
        {"post", "/recycle-bin/{id}/restore", "200", "Bring a record back"},
        {"get", "/calendar/busy", "200", "When colleagues have something, whatever it is"},
        {"get", "/calendar-feeds", "200", "The own addresses of calendars for other programs"},
        {"put", "/calendar-feeds/{source}", "200", "Make an address of a calendar, in place of the one before"},
        {"delete", "/calendar-feeds/{source}", "204", "Withdraw the address of a calendar"},
        {"post", "/mail", "201", "Put an e-mail into the queue"},
        {"post", "/mail/{id}/send-again", "204", "Put an e-mail into the queue once more"},
        {"post", "/mail/{id}/cancel", "204", "Take an e-mail out of the queue"},
        {"get", "/mail/draft", "200", "Receivers known of a record, and the signatures"},
        {"get", "/mail/filled/{template}", "200", "A template filled in for a record"},
        {"get", "/mail/signature", "200", "The own signature"},
        {"put", "/mail/signature", "200", "Change the own signature"},
        {"get", "/mail/settings", "200", "How the company sends e-mail"},
        {"put", "/mail/settings", "200", "Change how the company sends e-mail"},
        {"post", "/mail/settings/test", "200", "Send a test message now"},
        {"post", "/query", "200", "Ask for numbers"},
        {"get", "/search", "200", "Find records of every kind by a part of a text"},
        {"post", "/duplicates/check", "200", "Records that may be the same as what is being written"},
        {"post", "/duplicates/search", "202", "Look through all records of an entity for duplicates"},
        {"get", "/duplicates/{search}/groups", "200", "Groups of records that a search found"},
        {"post", "/duplicates/different", "204", "Remember that records are not the same"},
        {"get", "/duplicates/different", "200", "What people said is not the same"},
        {"delete", "/duplicates/different", "204", "Forget that records are not the same"},
        {"post", "/imports", "201", "Upload a file to be imported (multipart, parts file and entity)"},
        {"get", "/imports", "200", "The latest imports"},
        {"get", "/imports/{id}", "200", "An import"},
        {"patch", "/imports/{id}", "200", "Change how a file is read"},
        {"get", "/imports/{id}/sheets", "200", "Other sheets whose rows belong to those of the one that is imported"},
        {"post", "/imports/{id}/sheets", "201", "Begin the import of such a sheet"},
        {"post", "/imports/{id}/check", "202", "Check all rows"},
        {"get", "/imports/{id}/problems", "200", "Problems of the last check or run"},
        {"get", "/imports/{id}/rows", "200", "Rows of the last check in which something was found"},
        {"post", "/imports/{id}/cells", "200", "Correct a cell, or all equal cells of a column"},
        {"delete", "/imports/{id}/cells", "200", "Take a correction back"},
        {"post", "/imports/{id}/choices", "200", "Decide what is done with rows that may be there already"},
        {"post", "/imports/{id}/run", "202", "Import the rows"},
        {"get", "/imports/{id}/failed.csv", "200", "The refused rows with their reasons"},
        {"get", "/imports/{id}/failed.xlsx", "200", "The refused rows with their reasons as a workbook"},
        {"get", "/jobs", "200", "Recent jobs"},
        {"get", "/jobs/{id}", "200", "How far a job is"},
        {"get", "/jobs/{id}/file", "200", "What a job has written"},
        {"delete", "/jobs/{id}", "204", "Stop a job"},
        {"get", "/undos/{id}", "200", "Whether a bulk job or an import can be undone"},
        {"post", "/undos/{id}", "202", "Undo a bulk job or an import"},
        {"get", "/undos/{id}/left", "200", "What was not undone"},
        {"post", "/undos/{id}/insist", "202", "Undo some of it although it was changed since"},
        {"get", "/modules", "200", "Modules of this installation"},
        {"post", "/modules", "201", "Upload the file of a module (multipart, part file)"},
        {"post", "/modules/{id}/install", "202", "Install or upgrade a module"},
        {"post", "/modules/{id}/uninstall", "202", "Hide a module and keep its data"},
        {"get", "/roles/{id}/rights", "200", "Rights a role gives"},
        {"put", "/roles/{id}/rights", "200", "Change the rights a role gives"},
        {"get", "/events", "200", "Server-sent events"},
        {"get", "/openapi.json", "200", "This description"}
    };

    private FixedPaths() {}

    static void write(Shape paths) {
        for (String[] line : OPERATIONS) {
            Shape path = (Shape) paths.computeIfAbsent(line[1], FixedPaths::path);
            boolean body = List.of("put", "patch", "post").contains(line[0]);
            Shape anything = new Shape();
            path.with(
                    line[0],
                    Operations.operation(
                            line[3],
                            List.of(),
                            body ? anything : null,
                            line[2],
                            line[2].equals("204") ? null : anything));
        }
    }

    private static Shape path(String address) {
        List<Shape> parameters = new ArrayList<>();
        Matcher place = PLACE.matcher(address);
        while (place.find()) {
            parameters.add(Operations.path(place.group(1)));
        }
        return new Shape().some("parameters", parameters);
    }

    static Shape schemas() {
        Map<String, String> text = Map.of("type", "string");
        return new Shape()
                .with(
                        "Ref",
                        object(new Shape().with("id", text).with("label", text).with("entity", text)))
                .with(
                        "Total",
                        object(new Shape()
                                .with("value", Map.of("type", "integer"))
                                .with("exact", Map.of("type", "boolean"))))
                .with(
                        "Problem",
                        object(new Shape()
                                .with("type", text)
                                .with("title", text)
                                .with("status", Map.of("type", "integer"))
                                .with("detail", text)
                                .with("code", text)
                                .with("requestId", text)
                                .with(
                                        "errors",
                                        array(object(new Shape()
                                                .with("field", text)
                                                .with("code", text)
                                                .with("message", text))))))
                .with("Query", query(text));
    }

    private static Shape query(Map<String, String> text) {
        Shape sort = object(new Shape().with("path", text).with("desc", Map.of("type", "boolean")));
        return object(new Shape()
                .with("fields", array(text))
                .with("filter", Map.of("type", "object"))
                .with("text", text)
                .with("textField", text)
                .with("sort", array(sort))
                .with(
                        "limit",
                        new Shape().with("type", "integer").with("minimum", 1).with("maximum", 200))
                .with("after", text)
                .with(
                        "count",
                        Map.of(
                                "oneOf",
                                List.of(Map.of("type", "boolean"), Map.of("type", "string", "enum", List.of("exact")))))
                .with("sums", array(text))
                .with("may", Map.of("type", "string", "enum", Verb.STANDARD)));
    }

    private static Shape object(Shape properties) {
        return new Shape().with("type", "object").with("properties", properties);
    }

    private static Shape array(Object items) {
        return new Shape().with("type", "array").with("items", items);
    }
}
