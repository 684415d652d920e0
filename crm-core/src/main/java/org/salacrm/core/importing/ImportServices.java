package org.salacrm.core.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.file.Files;
import org.salacrm.api.message.Messages;
import org.salacrm.api.query.Queries;
import org.salacrm.api.record.FormerNames;
import org.salacrm.api.record.Records;
import org.salacrm.core.alert.AlertDesk;
import org.salacrm.core.definition.CompanyZone;
import org.salacrm.core.duplicate.BatchDuplicates;
import org.salacrm.core.job.UndoRows;
import org.salacrm.core.record.Writes;
import org.salacrm.core.security.Directories;
import org.salacrm.core.store.Growth;
import org.salacrm.core.store.Tx;

/** What the work of an import needs of the rest of the core. */
@Component(service = ImportServices.class)
public class ImportServices {
    private final Tx tx;
    private final Files files;
    private final Records records;
    private final Writes writes;
    private final Queries queries;
    private final EntityTypes types;
    private final PickLists pickLists;
    private final Messages messages;
    private final Clock clock;
    private final CompanyZone zone;
    private final UndoRows undos;
    private final BatchDuplicates duplicates;
    private final Directories directories;
    private final AlertDesk alerts;
    private final Growth growth;
    private final FormerNames names;

    @Activate
    public ImportServices(
            @Reference Tx tx,
            @Reference Files files,
            @Reference Records records,
            @Reference Writes writes,
            @Reference Queries queries,
            @Reference EntityTypes types,
            @Reference PickLists pickLists,
            @Reference Messages messages,
            @Reference Clock clock,
            @Reference CompanyZone zone,
            @Reference UndoRows undos,
            @Reference BatchDuplicates duplicates,
            @Reference Directories directories,
            @Reference AlertDesk alerts,
            @Reference Growth growth,
            @Reference FormerNames names) {
        this.tx = tx;
        this.files = files;
        this.records = records;
        this.writes = writes;
        this.queries = queries;
        this.types = types;
        this.pickLists = pickLists;
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
        this.undos = undos;
        this.duplicates = duplicates;
        this.directories = directories;
        this.alerts = alerts;
        this.growth = growth;
        this.names = names;
    }

    Tx tx() {
        return tx;
    }

    Files files() {
        return files;
    }

    Records records() {
        return records;
    }

    Writes writes() {
        return writes;
    }

    Queries queries() {
        return queries;
    }

    EntityTypes types() {
        return types;
    }

    PickLists pickLists() {
        return pickLists;
    }

    Messages messages() {
        return messages;
    }

    UndoRows undos() {
        return undos;
    }

    BatchDuplicates duplicates() {
        return duplicates;
    }

    Directories directories() {
        return directories;
    }

    Growth growth() {
        return growth;
    }

    FormerNames names() {
        return names;
    }

    AlertDesk alerts() {
        return alerts;
    }

    ZoneId zone() {
        return zone.get();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }
}
