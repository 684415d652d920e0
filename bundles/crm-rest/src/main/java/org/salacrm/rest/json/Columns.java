package org.salacrm.rest.json;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.entity.EntityTypes;
import org.salacrm.api.entity.FieldType;
import org.salacrm.api.entity.Kind;
import org.salacrm.api.query.Row;

/** How the columns of an answer are written, worked out once per question's shape and state of the metadata. */
@Component(service = Columns.class)
public final class Columns {
    private static final int MOST = 2000;

    private final EntityTypes types;
    private final Map<Key, Written> known = new ConcurrentHashMap<>();
    private volatile long version;

    @Activate
    public Columns(@Reference EntityTypes types) {
        this.types = types;
    }

    private record Key(String entity, List<String> paths) {}

    /**
     * The columns of one answer.
     *
     * @param codes whether a column holds several codes of a pick list, which are a list on the wire
     */
    public record Written(List<String> paths, SerializedString[] names, boolean[] codes) {

        /** A value as it stands on the wire. */
        Object value(int column, Object value) {
            return codes[column] && value instanceof String text ? list(text) : value;
        }
    }

    /** Codes are kept as {@code ,a,b,}, so that one of them is found by its commas. */
    public static List<String> list(String kept) {
        String inner = kept.replaceAll("^,|,$", "");
        return inner.isEmpty() ? List.of() : List.of(inner.split(","));
    }

    public Written of(String entity, List<String> paths) {
        long now = types.version();
        if (version != now || known.size() > MOST) {
            known.clear();
            version = now;
        }
        return known.computeIfAbsent(new Key(entity, paths), key -> work(entity, paths));
    }

    private Written work(String entity, List<String> paths) {
        SerializedString[] names = new SerializedString[paths.size()];
        boolean[] codes = new boolean[names.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = new SerializedString(paths.get(i));
            codes[i] = field(entity, paths.get(i))
                    .filter(f -> f.kind().equals(Kind.MULTIPICK))
                    .isPresent();
        }
        return new Written(paths, names, codes);
    }

    private Optional<FieldType> field(String entity, String path) {
        int dot = path.indexOf('.');
        Optional<FieldType> first =
                types.find(entity).flatMap(type -> type.field(dot < 0 ? path : path.substring(0, dot)));
        return dot < 0
                ? first
                : first.flatMap(FieldType::reference).flatMap(ref -> field(ref, path.substring(dot + 1)));
    }

    /** A row as an object of another answer. */
    public Shape shape(String entity, List<String> paths, Row row) {
        Written columns = of(entity, paths);
        Shape shape = new Shape().id("id", row.id()).with("version", row.version());
        for (int i = 0; i < paths.size(); i++) {
            shape.with(paths.get(i), columns.value(i, row.values().get(i)));
        }
        return shape;
    }
}
