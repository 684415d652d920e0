package org.salacrm.shell.command;

import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Has the search index built anew. */
@Service
@Command(scope = "crm", name = "search-rebuild", description = "Builds the search index anew, as a job with progress")
public class SearchRebuildCommand extends SystemCommand {

    @Override
    String runAsSystem() {
        long job = jobs.start("search-rebuild", Map.of());
        await(job);
        return jobs.find(job)
                .map(state -> "The search index holds " + state.result().get("done") + " records")
                .orElse("");
    }
}
