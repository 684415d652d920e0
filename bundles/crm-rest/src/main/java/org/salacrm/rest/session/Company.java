package org.salacrm.rest.session;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.message.Text;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Query;
import org.salacrm.api.security.Caller;
import org.salacrm.api.security.Callers;
import org.salacrm.rest.json.Shape;

/**
 * The company as its people see it on every page: its name from the record that heads its documents, its time zone from
 * the company's settings.
 */
@Component(service = Company.class)
public final class Company {
    private static final String ENTITY = "company";
    private static final String THAI = "nameTh";
    private static final String ENGLISH = "nameEn";

    private final CompanySettings settings;
    private final EntityTypes types;
    private final Queries queries;
    private final Callers callers;

    @Activate
    public Company(
            @Reference CompanySettings settings,
            @Reference EntityTypes types,
            @Reference Queries queries,
            @Reference Callers callers) {
        this.settings = settings;
        this.types = types;
        this.queries = queries;
        this.callers = callers;
    }

    /** Its name, which strangers see before they sign in. */
    public Text name() {
        boolean known = types.find(ENTITY)
                .filter(type ->
                        type.field(THAI).isPresent() && type.field(ENGLISH).isPresent())
                .isPresent();
        return known ? callers.as(Caller.system("http"), this::read).orElse(Text.of("Sala")) : Text.of("Sala");
    }

    private Optional<Text> read() {
        return queries.page(Query.of(ENTITY, THAI, ENGLISH).limit(1)).rows().stream()
                .map(row -> text(row.values()))
                .findFirst();
    }

    private static Text text(List<Object> names) {
        String thai = String.valueOf(names.get(0));
        return new Text(thai, names.get(1) == null ? thai : String.valueOf(names.get(1)));
    }

    /** Name, time zone and colour. */
    public Shape shape() {
        return new Shape()
                .with("name", name())
                .with("timeZone", settings.value("timeZone"))
                .with("brand", settings.value("brand"));
    }
}
