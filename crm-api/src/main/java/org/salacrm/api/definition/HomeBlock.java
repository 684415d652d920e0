package org.salacrm.api.definition;

import java.util.List;

/**
 * A block of the page a person starts the day with: the first records of a list, under the list's own name; YAML kind
 * {@code homeBlocks}. Conditions on one's own records, {@code owner = @me}, become those on the teams' records for
 * whoever looks at his team.
 *
 * @param view id of the list
 * @param yearly path of a date that comes back every year, of which the next time is shown; empty: none
 * @param phones paths to telephone numbers; the first one filled is offered for a call
 * @param order place on the page
 */
public record HomeBlock(String id, String view, String yearly, List<String> phones, int order) implements Definition {}
