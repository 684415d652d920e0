package org.salacrm.rest.alert;

import org.salacrm.api.alert.AlertChoices.Choice;
import org.salacrm.api.alert.Alerts.Alert;
import org.salacrm.api.query.Ref;
import org.salacrm.rest.json.Shape;

/** Alerts and choices as they are sent. */
public final class AlertShapes {

    private AlertShapes() {}

    public static Shape of(Alert alert) {
        return new Shape()
                .id("id", alert.id())
                .with("kind", alert.kind())
                .with("text", alert.text())
                .with("record", ref(alert.record()))
                .with("more", alert.more())
                .some("by", alert.by().map(AlertShapes::ref))
                .with("at", alert.at().toString())
                .some("due", alert.due().map(Object::toString))
                .some("day", alert.day().map(Object::toString))
                .with("read", alert.read())
                .some("snoozed", alert.snoozed().map(Object::toString))
                .with("asks", alert.asks());
    }

    private static Shape ref(Ref ref) {
        return new Shape().with("entity", ref.entity()).id("id", ref.id()).with("label", ref.label());
    }

    static Shape of(Choice choice) {
        Shape kinds = new Shape();
        choice.kinds()
                .forEach((kind, ways) -> kinds.with(
                        kind,
                        new Shape()
                                .with("program", ways.program())
                                .with("desktop", ways.desktop())
                                .with("mail", ways.mail())));
        return new Shape()
                .with("kinds", kinds)
                .with("quietFrom", choice.quietFrom())
                .with("quietTo", choice.quietTo())
                .with("digestAt", choice.digestAt());
    }
}
