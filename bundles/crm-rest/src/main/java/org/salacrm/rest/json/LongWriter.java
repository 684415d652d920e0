package org.salacrm.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes a whole number; one that a browser would round, such as an id, as text. */
final class LongWriter extends StdSerializer<Long> {
    private static final long serialVersionUID = 1L;
    private static final long EXACT = 1L << 53;

    LongWriter() {
        super(Long.class);
    }

    @Override
    public void serialize(Long value, JsonGenerator out, SerializerProvider provider) throws IOException {
        write(value, out);
    }

    static void write(long value, JsonGenerator out) throws IOException {
        if (value > EXACT || value < -EXACT) {
            out.writeString(Long.toString(value));
        } else {
            out.writeNumber(value);
        }
    }
}
