package org.salacrm.core.alert;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.query.Ref;
import org.salacrm.api.security.Shares.Grants;
import org.salacrm.api.security.Shares.Share;
import org.salacrm.core.definition.CompanyZone;
import org.salacrm.core.record.Traces;
import org.salacrm.core.security.Directories;
import org.salacrm.core.security.Directory;
import org.salacrm.core.security.ShareNews;

/** Writes down in the history of a record with whom it is shared now, and tells those who were not among them. */
@Component
public final class ShareTold implements ShareNews {
    private static final Map<String, Predicate<Grants>> LEVELS = levels();

    private final Traces traces;
    private final AlertDesk desk;
    private final Directories directories;
    private final CompanyZone zone;

    @Activate
    public ShareTold(
            @Reference Traces traces,
            @Reference AlertDesk desk,
            @Reference Directories directories,
            @Reference CompanyZone zone) {
        this.traces = traces;
        this.desk = desk;
        this.directories = directories;
        this.zone = zone;
    }

    private static Map<String, Predicate<Grants>> levels() {
        Map<String, Predicate<Grants>> levels = new LinkedHashMap<>();
        levels.put("sharedRead", Grants::read);
        levels.put("sharedWrite", Grants::write);
        levels.put("sharedDelete", Grants::delete);
        levels.put("sharedAppend", Grants::append);
        return levels;
    }

    @Override
    public void shared(String entity, long id, List<Share> before, List<Share> now) {
        List<Traces.Beside> changes = new ArrayList<>();
        LEVELS.forEach((name, level) -> {
            String old = names(before, level);
            String names = names(now, level);
            if (!old.equals(names)) {
                changes.add(new Traces.Beside(name, old, names));
            }
        });
        if (!changes.isEmpty()) {
            traces.shared(entity, id, changes);
        }
        List<Long> known = before.stream().map(Share::principal).toList();
        now.stream()
                .filter(share -> !known.contains(share.principal()))
                .flatMapToLong(this::people)
                .distinct()
                .forEach(user -> desk.handed(user, "core.shared", new Ref(entity, id, ""), 1, ""));
    }

    private String names(List<Share> shares, Predicate<Grants> level) {
        ZoneId company = zone.get();
        return shares.stream()
                .filter(share -> level.test(share.grants()))
                .map(share -> share.label()
                        + share.until()
                                .map(end -> " → " + lastDay(end, company))
                                .orElse(""))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The last day on which it counts. */
    private static String lastDay(Instant end, ZoneId company) {
        return end.minusNanos(1).atZone(company).toLocalDate().toString();
    }

    private LongStream people(Share share) {
        Optional<Directory.Group> team =
                Optional.ofNullable(directories.current().teams().get(share.principal()));
        return team.isEmpty()
                ? LongStream.of(share.principal())
                : directories.current().people().values().stream()
                        .filter(person -> person.active() && person.teams().contains(share.principal()))
                        .mapToLong(Directory.Person::id)
                        .sorted();
    }
}
