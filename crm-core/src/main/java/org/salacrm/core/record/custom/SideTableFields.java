package org.salacrm.core.record.custom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.definition.PickList;
import org.salacrm.api.definition.PickLists;
import org.salacrm.api.definition.Registry;
import org.salacrm.api.entity.CustomFields;
import org.salacrm.api.entity.EntityType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.event.Live;
import org.salacrm.api.message.Messages;
import org.salacrm.api.message.Text;
import org.salacrm.api.record.AbsentRecordException;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.record.Ids;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Rights;
import org.salacrm.core.definition.Words;
import org.salacrm.core.entity.MetadataRegistry;
import org.salacrm.core.record.Gates;
import org.salacrm.core.store.Sql;
import org.salacrm.core.store.Tx;

/**
 * The company's own fields as real columns of side tables: a table takes a hundred, and the main tables of the product
 * are never changed by a company.
 */
@Component(
        service = {CustomFields.class, Words.class},
        immediate = true)
public final class SideTableFields implements CustomFields, Words {
    private static final int COLUMNS = 100;
    private static final int TRIES = 3;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Map<String, Integer> SIZES = Map.of(
            Kind.TEXT, 200,
            Kind.PICK, 60,
            Kind.TAX_ID, 13,
            Kind.EMAIL, 254,
            Kind.PHONE, 60,
            Kind.LINE, 60,
            Kind.URL, 500);

    private final Ground ground;
    private final OwnFieldRows rows;
    private final NewFieldCheck check;
    private final PickLists pickLists;
    private final FieldUses uses;
    private volatile List<OwnField> fields = List.of();

    /** What it stands on. */
    public record Ground(
            Tx tx,
            MetadataRegistry types,
            Callers callers,
            Rights rights,
            Ids ids,
            Clock clock,
            Gates gates,
            Live live) {}

    @Activate
    public SideTableFields(
            @Reference Tx tx,
            @Reference MetadataRegistry types,
            @Reference Callers callers,
            @Reference Rights rights,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference Gates gates,
            @Reference Live live,
            @Reference PickLists pickLists,
            @Reference Registry registry,
            @Reference Messages messages) {
        this(new Ground(tx, types, callers, rights, ids, clock, gates, live), pickLists, registry, messages);
    }

    public SideTableFields(Ground ground, PickLists pickLists, Registry registry, Messages messages) {
        this.ground = ground;
        this.rows = new OwnFieldRows(ground.tx());
        this.check = new NewFieldCheck(ground.types(), pickLists);
        this.pickLists = pickLists;
        this.uses = new FieldUses(registry, messages, new SavedViewUses(new Sql(ground.tx()), ground.callers()));
        drop();
        fields = rows.all();
        fields.stream().map(OwnField::entity).distinct().forEach(this::lay);
    }

    /** The next database may know none of them. */
    @Deactivate
    public void leave() {
        fields.stream().map(OwnField::entity).distinct().forEach(e -> ground.types()
                .lay(e, List.of()));
    }

    @Override
    public void add(String entity, NewField wanted) {
        permit();
        EntityType type = ground.types().get(entity);
        Set<String> taken = own(entity).stream().map(OwnField::name).collect(Collectors.toSet());
        check.check(type, wanted, taken);
        String list = wanted.options().isEmpty() ? wanted.pickList() : entity + "." + wanted.name();
        if (!wanted.options().isEmpty()) {
            pickLists.save(new PickList(list, items(wanted)));
        }
        change(entity, () -> {
            OwnField field = placed(type, wanted, list);
            if (!rows.isThere(field.table())) {
                rows.change("create table " + field.table() + " (id bigint not null primary key)");
            }
            rows.change("alter table " + field.table() + " add column " + field.column() + " " + field.columnType());
            rows.insert(field);
        });
    }

    private static List<PickList.Item> items(NewField wanted) {
        List<PickList.Item> items = new ArrayList<>();
        for (Option option : wanted.options()) {
            items.add(new PickList.Item(
                    option.code(), option.label(), items.size(), "neutral", "", Optional.empty(), true));
        }
        return items;
    }

    private OwnField placed(EntityType type, NewField wanted, String list) {
        int place = own(type.name()).size() / COLUMNS + 1;
        boolean text = wanted.kind().equals(Kind.TEXTAREA) || wanted.kind().equals(Kind.MULTIPICK);
        int standard = text ? NewFieldCheck.LONGEST : SIZES.getOrDefault(wanted.kind(), 0);
        String column = "x_" + wanted.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return new OwnField(
                ground.ids().next(),
                type.name(),
                wanted.name(),
                wanted.kind(),
                wanted.label(),
                wanted.required(),
                list,
                wanted.ref(),
                wanted.size() == 0 ? standard : wanted.size(),
                wanted.scale(),
                type.table() + "_x" + place,
                column,
                Optional.empty());
    }

    @Override
    public List<Text> uses(String entity, String field) {
        permit();
        OwnField known = known(entity, field);
        List<Text> all = new ArrayList<>();
        long filled = rows.filled(known);
        if (filled > 0) {
            all.add(new Text("ข้อมูล " + filled + " รายการ", filled + " records"));
        }
        all.addAll(uses.of(field));
        return all;
    }

    @Override
    public void remove(String entity, String field) {
        permit();
        OwnField known = known(entity, field);
        change(entity, () -> rows.remove(known, ground.clock().instant()));
    }

    @Override
    public void restore(String entity, String field) {
        permit();
        OwnField removed = own(entity).stream()
                .filter(own -> own.name().equals(field) && !own.isInUse())
                .findFirst()
                .orElseThrow(() -> new AbsentRecordException("field", 0));
        if (isOver(removed)) {
            throw new InvalidRecordException("name", "invalid.field.gone");
        }
        change(entity, () -> rows.restore(removed));
    }

    @Override
    public Optional<Text> find(String key) {
        return fields.stream()
                .filter(field -> key.equals(field.entity() + "." + field.name() + ".label"))
                .map(OwnField::label)
                .findFirst();
    }

    private void permit() {
        if (!ground.rights().permitted(ground.callers().current(), "field.manage")) {
            throw new ForbiddenException("field", "manage");
        }
    }

    private List<OwnField> own(String entity) {
        return fields.stream().filter(field -> field.entity().equals(entity)).toList();
    }

    private OwnField known(String entity, String field) {
        return own(entity).stream()
                .filter(own -> own.name().equals(field) && own.isInUse())
                .findFirst()
                .orElseThrow(() -> new AbsentRecordException("field", 0));
    }

    /** Changes tables and their description in one transaction while nobody writes, and lets everybody know. */
    private synchronized void change(String entity, Runnable work) {
        ground.gates().closed(entity, () -> {
            for (int tried = 1; ; tried++) {
                try {
                    fields = ground.tx().requiresNew(() -> {
                        work.run();
                        return rows.all();
                    });
                    break;
                } catch (BusyException e) {
                    if (tried == TRIES) {
                        throw e;
                    }
                }
            }
            lay(entity);
            return "";
        });
        String version = String.valueOf(ground.types().version());
        ground.live().tell(new Live.Message("metadata", 0, Map.of("version", version)));
    }

    private void lay(String entity) {
        ground.types()
                .lay(
                        entity,
                        own(entity).stream()
                                .filter(OwnField::isInUse)
                                .map(OwnField::type)
                                .toList());
    }

    private boolean isOver(OwnField field) {
        Instant limit = ground.clock().instant().minus(KEPT);
        return field.removedAt().filter(at -> at.isBefore(limit)).isPresent();
    }

    /** Columns whose time is over go with the start, when nobody works yet. */
    private void drop() {
        for (OwnField field : rows.all()) {
            if (isOver(field)) {
                ground.tx().requiresNew(() -> {
                    rows.change("alter table " + field.table() + " drop column " + field.column());
                    rows.delete(field);
                    return "";
                });
            }
        }
    }
}
