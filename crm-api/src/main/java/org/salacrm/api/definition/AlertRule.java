package org.salacrm.api.definition;

import java.util.List;
import java.util.Optional;
import org.salacrm.api.message.Text;
import org.salacrm.api.query.Filter;

/**
 * When whom to tell what; YAML kind {@code alertRules}. A rule speaks either of something that happens ({@code on}) or
 * of a moment that comes ({@code at}). Sentence key {@code alert.<id>.text} with the places {@code {record}},
 * {@code {entity}} and {@code {by}}.
 *
 * @param kind code of the pick list alertKind, by which people choose how they are told
 * @param on what happens to a record: create, update, or the id of an action; nobody is told of what he did himself
 * @param changed with update: fields of which one must have changed
 * @param at path of a moment or date
 * @param yearly number made of month and day (1231) under which the date comes back every year; empty: once
 * @param before how long before: minutes before a moment, days before a date. Each is a path, numbers parted by
 *     commas, or {@code other[field].path}: what the record of the entity {@code other} says whose {@code field} is
 *     the same; the first that says something counts, a dash says never. Nothing: when it comes
 * @param when which records; one that no longer passes is no longer told of
 * @param to paths to the users who are told: {@code owner}, {@code participants.user}, {@code team.manager}
 * @param answers what each of the participants answered: {@code participants.answer}; who {@code declined} is not told
 * @param once each is told once of a record by this rule, however often it happens
 * @param text the sentence itself, for rules that come without message files
 */
public record AlertRule(
        String id,
        String kind,
        String entity,
        List<String> on,
        List<String> changed,
        String at,
        String yearly,
        List<String> before,
        Filter when,
        List<String> to,
        String answers,
        boolean once,
        Optional<Text> text)
        implements Definition {}
