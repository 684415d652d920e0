package org.salacrm.api.definition;

import org.salacrm.api.query.Report;

/**
 * A report as data; YAML kind {@code reports}. Label key {@code report.<id>.label}.
 *
 * @param group menu group it stands in
 * @param report the question, in which {@code @period} stands for the period the reader chooses
 */
public record ReportDefinition(String id, String group, Report report) implements Definition {}
