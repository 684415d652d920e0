package org.salacrm.core.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.query.Ref;
import org.salacrm.api.security.Callers;

/** Tells those who follow records of what somebody else did with them. */
@Component(service = FollowTold.class)
public class FollowTold {
    private static final String KIND = "followed";

    private final Followers followers;
    private final Deeds deeds;
    private final Callers callers;

    @Activate
    public FollowTold(@Reference Followers followers, @Reference Deeds deeds, @Reference Callers callers) {
        this.followers = followers;
        this.deeds = deeds;
        this.callers = callers;
    }

    /**
     * What was done with a record.
     *
     * @param rule names the sentence, {@code alert.<rule>.text}
     * @param by who did it
     * @param besides who is told of it in another way, or may not know
     */
    record Deed(String rule, Ref record, String occasion, long by, Set<Long> besides) {}

    /** The caller wrote a note at a record. @param named those whom it names are told so */
    public void noted(String entity, long record, long note, Set<Long> named) {
        added("core.followed-note", new Ref(entity, record, ""), "note " + note, named);
    }

    /** The caller put a file to a record. */
    public void attached(String entity, long record, long file) {
        added("core.followed-file", new Ref(entity, record, ""), "file " + file, Set.of());
    }

    private void added(String rule, Ref record, String occasion, Set<Long> besides) {
        long by = callers.current().user();
        if (by != 0) { // what the product does by itself is no news
            tell(List.of(new Deed(rule, record, occasion, by, besides)));
        }
    }

    /** Asks once for the followers of all records. */
    void tell(Collection<Deed> done) {
        if (done.isEmpty()) {
            return;
        }
        Map<Ref, Set<Long>> users =
                followers.of(done.stream().map(deed -> deed.record().id()).collect(Collectors.toSet()));
        Map<List<Object>, List<Telling>> grouped = new LinkedHashMap<>();
        for (Deed deed : done) {
            users.getOrDefault(deed.record(), Set.of()).stream()
                    .filter(user -> user != deed.by() && !deed.besides().contains(user))
                    .forEach(user -> grouped.computeIfAbsent(
                                    List.of(user, deed.by(), deed.rule()), key -> new ArrayList<>())
                            .add(Telling.of(deed.rule(), KIND, deed.record(), deed.occasion(), deed.by())
                                    .newest()));
        }
        grouped.forEach((key, tellings) -> deeds.tell((Long) key.get(0), tellings));
    }
}
