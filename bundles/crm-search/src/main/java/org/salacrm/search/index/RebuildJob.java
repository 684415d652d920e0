package org.salacrm.search.index;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.job.JobKind;

/** Builds the index anew in the background. It begins at the beginning again after a crash. */
@Component
public final class RebuildJob implements JobKind {
    private final Feed feed;

    @Activate
    public RebuildJob(@Reference Feed feed) {
        this.feed = feed;
    }

    @Override
    public String kind() {
        return "search-rebuild";
    }

    @Override
    public Map<String, Object> run(Map<String, Object> parameters, Progress progress) {
        long done = feed.rebuild(new Feed.Watch() {
            @Override
            public void report(long count, long total) {
                progress.report(count, total);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        });
        return Map.of("done", done);
    }
}
