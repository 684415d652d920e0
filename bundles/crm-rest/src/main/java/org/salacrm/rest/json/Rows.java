package org.salacrm.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salacrm.api.query.Page;
import org.salacrm.api.query.Ref;
import org.salacrm.api.query.Row;

/** Writes pages and rows straight into the answer, without a tree in between: the most frequent answers of all. */
public final class Rows {
    private static final SerializedString ID = new SerializedString("id");
    private static final SerializedString VERSION = new SerializedString("version");

    private Rows() {}

    /** @param may ids of the records that the verb asked about reaches; empty when none was asked about */
    public static void page(OutputStream target, Columns.Written columns, Page page, Optional<List<Long>> may)
            throws IOException {
        try (JsonGenerator out = Json.generator(target)) {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            for (Row row : page.rows()) {
                write(out, columns, row);
            }
            out.writeEndArray();
            if (!page.next().isEmpty()) {
                out.writeStringField("next", page.next());
            }
            if (page.total().isPresent()) {
                out.writeObjectFieldStart("total");
                out.writeNumberField("value", page.total().get().value());
                out.writeBooleanField("exact", page.total().get().exact());
                out.writeEndObject();
            }
            if (!page.sums().isEmpty()) {
                out.writeObjectFieldStart("sums");
                for (Map.Entry<String, BigDecimal> sum : page.sums().entrySet()) {
                    out.writeNumberField(sum.getKey(), sum.getValue());
                }
                out.writeEndObject();
            }
            if (may.isPresent()) {
                out.writeArrayFieldStart("may");
                for (long id : may.get()) {
                    out.writeString(Long.toString(id));
                }
                out.writeEndArray();
            }
            out.writeEndObject();
        }
    }

    public static void row(OutputStream target, Columns.Written columns, Row row) throws IOException {
        try (JsonGenerator out = Json.generator(target)) {
            write(out, columns, row);
        }
    }

    private static void write(JsonGenerator out, Columns.Written columns, Row row) throws IOException {
        out.writeStartObject();
        out.writeFieldName(ID);
        out.writeString(Long.toString(row.id()));
        out.writeFieldName(VERSION);
        out.writeNumber(row.version());
        List<Object> values = row.values();
        for (int i = 0; i < columns.names().length; i++) {
            out.writeFieldName(columns.names()[i]);
            value(out, columns.value(i, values.get(i)));
        }
        out.writeEndObject();
    }

    private static void value(JsonGenerator out, Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Ref ref) {
            RefWriter.write(ref, out);
        } else if (value instanceof BigDecimal number) {
            out.writeNumber(number);
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof Long number) {
            LongWriter.write(number, out);
        } else if (value instanceof Boolean bool) {
            out.writeBoolean(bool);
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object item : list) {
                value(out, item);
            }
            out.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            part(out, map);
        } else {
            out.writeString(value.toString()); // LocalDate and Instant say themselves in ISO form
        }
    }

    private static void part(JsonGenerator out, Map<?, ?> map) throws IOException {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = (String) entry.getKey();
            out.writeFieldName(name);
            if (name.equals("id") && entry.getValue() instanceof Long id) {
                out.writeString(id.toString());
            } else {
                value(out, entry.getValue());
            }
        }
        out.writeEndObject();
    }
}
