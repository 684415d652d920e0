package org.salacrm.api.definition;

/**
 * What every definition has. In YAML a file of {@code CRM-INF/} or {@code deploy/} holds kinds, each a map from id to
 * body: {@code views: {sfa.open-opportunities: {entity: opportunity, ...}}}.
 */
public sealed interface Definition
        permits View,
                HomeBlock,
                Menu,
                Lifecycle,
                Conversion,
                PickList,
                Form,
                ReportDefinition,
                CalendarSource,
                Holidays,
                AlertRule,
                DuplicateRule,
                Erasure,
                LabelFormat,
                Receiver {

    /** Unique among its kind, prefixed by the module's id: {@code sfa.open-opportunities}. */
    String id();
}
