package org.salacrm.core.export;

import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.message.Messages;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.api.setting.Settings;
import org.salacrm.core.alert.AlertDesk;
import org.salacrm.core.security.Directories;
import org.salacrm.core.security.Directory;

/** Tells the administrators when somebody takes so much out of the product at once that they want to know of it. */
@Component(service = LargeExports.class)
public class LargeExports {
    /** Setting of the company: from how many rows on; 0 for never. */
    private static final String LEAST = "export.alertRows";

    private static final long USUAL = 10_000;

    private final Settings settings;
    private final Directories directories;
    private final AlertDesk desk;
    private final Messages messages;
    private final Callers callers;

    @Activate
    public LargeExports(
            @Reference Settings settings,
            @Reference Directories directories,
            @Reference AlertDesk desk,
            @Reference Messages messages,
            @Reference Callers callers) {
        this.settings = settings;
        this.directories = directories;
        this.desk = desk;
        this.messages = messages;
        this.callers = callers;
    }

    /** The caller has exported so many records of an entity. */
    void exported(String entity, String format, long rows) {
        long least = settings.company(LEAST).map(Long::parseLong).orElse(USUAL);
        if (least == 0 || rows < least || callers.current().user() == 0) {
            return;
        }
        Directory now = directories.current();
        now.people().keySet().stream()
                .map(user -> now.caller(user, "alert"))
                .flatMap(Optional::stream)
                .filter(Caller::mayEverything)
                .forEach(administrator -> {
                    String what = messages.text(entity + ".plural").in(administrator.language());
                    desk.exported(administrator.user(), String.format(Locale.ROOT, "%,d %s (%s)", rows, what, format));
                });
    }
}
