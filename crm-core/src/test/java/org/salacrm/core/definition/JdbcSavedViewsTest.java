package org.salacrm.core.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;
import org.salacrm.api.event.Live.Message;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.record.Records;
import org.salacrm.api.record.StaleRecordException;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.setting.SavedViews;
import org.salacrm.api.setting.SavedViews.SavedView;
import org.salacrm.core.action.ActionCase;
import org.salacrm.core.testing.FakeLive;

public class JdbcSavedViewsTest extends ActionCase {
    private List<Message> told;
    private JdbcSavedViews views;
    private String entity;

    @Before
    public void open() {
        entity = "lead" + world.ids.incrementAndGet();
        told = new ArrayList<>();
        views = new JdbcSavedViews(
                world.store.tx(), world.ids::incrementAndGet, world.callers, world.given, new FakeLive(told));
        world.rights.add(SavedViews.SHARE);
        be(7, 70);
    }

    @Test
    public void eachIsSeenByThoseItIsFor() {
        views.save(view(0, "Mine", "private", 0));
        views.save(view(0, "Ours", "team", 70));
        views.save(view(0, "Everybody's", "all", 0));

        assertThat(names()).containsExactly("Mine", "Ours", "Everybody's");
        be(8, 70);
        assertThat(names()).containsExactly("Ours", "Everybody's");
        be(9, 90);
        assertThat(names()).containsExactly("Everybody's");
    }

    @Test
    public void whoeverMayNotReadTheRecordsHearsOfNoListOfThem() {
        views.save(view(0, "Mine", "private", 0));
        views.save(view(0, "Everybody's", "all", 0));
        world.rights.add("!" + entity + ".read");
        assertThat(names()).isEmpty();
    }

    @Test
    public void onlyWhoMadeItChangesOrRemovesIt() {
        SavedView made = views.save(view(0, "Hot", "all", 0));
        views.save(view(made.id(), "Hotter", "all", 0));
        be(8, 70);
        assertThatThrownBy(() -> views.save(view(made.id(), "Stolen", "all", 0)))
                .isInstanceOf(AbsentRecordException.class);
        assertThatThrownBy(() -> views.remove(made.id())).isInstanceOf(AbsentRecordException.class);
        assertThat(names()).containsExactly("Hotter");
        be(7, 70);
        views.remove(made.id());
        assertThat(names()).isEmpty();
    }

    @Test
    public void ofTwoWhoKeepItAnewTheLaterOneIsRefused() {
        SavedView seen = views.save(view(0, "Hot", "private", 0));
        SavedView first = views.save(again(seen, "Hotter"));
        assertThatThrownBy(() -> views.save(again(seen, "Hottest"))).isInstanceOf(StaleRecordException.class);
        assertThat(names()).containsExactly("Hotter");
        views.save(again(first, "Hottest"));
        assertThat(names()).containsExactly("Hottest");
    }

    @Test
    public void openListsOfThoseItIsForHearOfIt() {
        SavedView made = views.save(view(0, "Hot", "private", 0));
        wordWent(7);
        views.save(view(made.id(), "Hotter", "private", 0));
        wordWent(7);
        views.save(view(made.id(), "Hot", "all", 0));
        wordWent(7, 0);
        views.save(view(made.id(), "Hot", "private", 0));
        wordWent(0, 7);
        assertThatThrownBy(() -> views.save(again(made, "Late"))).isInstanceOf(StaleRecordException.class);
        wordWent();
        views.remove(made.id());
        wordWent(7);
    }

    /** Whom word of it went to since it was asked; 0 is everybody. */
    private void wordWent(long... users) {
        assertThat(told)
                .isEqualTo(LongStream.of(users)
                        .mapToObj(user -> new Message("views", user, Map.of("entity", entity)))
                        .toList());
        told.clear();
    }

    private static SavedView again(SavedView seen, String name) {
        return new SavedView(
                seen.id(), seen.version(), seen.entity(), name, seen.audience(), seen.team(), seen.owner(), "{}");
    }

    @Test
    public void noTwoOfOneNameAreForTheSamePeople() {
        SavedView hot = views.save(view(0, "Hot", "private", 0));
        SavedView cold = views.save(view(0, "Cold", "private", 0));
        assertThatThrownBy(() -> views.save(view(0, " hot ", "private", 0)))
                .isInstanceOfSatisfying(
                        InvalidRecordException.class,
                        e -> assertThat(e.refusals().get(0).messageKey()).isEqualTo("view.twice"));
        assertThatThrownBy(() -> views.save(view(cold.id(), "Hot", "private", 0)))
                .isInstanceOf(InvalidRecordException.class);
        views.save(view(hot.id(), "Hot", "private", 0));
        views.save(view(0, "Hot", "all", 0));
        views.save(view(0, "Hot", "team", 70));
        be(8, 70);
        views.save(view(0, "Hot", "private", 0));
        assertThatThrownBy(() -> views.save(view(0, "Hot", "all", 0))).isInstanceOf(InvalidRecordException.class);
        assertThat(names()).containsOnly("Hot").hasSize(3);
    }

    @Test
    public void sharingNeedsTheRightAndATeamOfOnesOwn() {
        assertThatThrownBy(() -> views.save(view(0, "Theirs", "team", 90))).isInstanceOf(ForbiddenException.class);
        world.rights.remove(SavedViews.SHARE);
        assertThatThrownBy(() -> views.save(view(0, "All", "all", 0))).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> views.save(view(0, "Us", "me", 0))).isInstanceOf(ForbiddenException.class);
        world.rights.add(SavedViews.SHARE);
        assertThatThrownBy(() -> views.save(view(0, "Us", "me", 0)))
                .isInstanceOfSatisfying(
                        InvalidRecordException.class,
                        e -> assertThat(e.refusals().get(0).values()).hasToString("{value=me}"));
        assertThatThrownBy(() -> views.save(view(0, " ", "private", 0))).isInstanceOf(InvalidRecordException.class);
        assertThat(names()).isEmpty();
    }

    private void be(long user, long team) {
        world.callers.be(new Caller(user, "u" + user, "en", Set.of(team), Set.of(), Caller.Kind.USER, "test"));
    }

    private SavedView view(long id, String name, String audience, long team) {
        return new SavedView(id, Records.ANY_VERSION, entity, name, audience, team, 0, "{}");
    }

    private List<String> names() {
        return views.of(entity).stream().map(SavedView::name).toList();
    }
}
