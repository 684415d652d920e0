package org.salacrm.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.salacrm.api.query.Ref;

/** Writes a reference as {@code {id, label, entity}}. */
final class RefWriter extends StdSerializer<Ref> {
    private static final long serialVersionUID = 1L;

    RefWriter() {
        super(Ref.class);
    }

    @Override
    public void serialize(Ref ref, JsonGenerator out, SerializerProvider provider) throws IOException {
        write(ref, out);
    }

    static void write(Ref ref, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", Long.toString(ref.id()));
        out.writeStringField("label", ref.label());
        out.writeStringField("entity", ref.entity());
        out.writeEndObject();
    }
}
