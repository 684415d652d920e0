package org.salacrm.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.salacrm.api.query.Ref;
import org.salacrm.rest.problem.RefusedException;

/** JSON as the interface speaks it: strict when reading, plain when writing. */
public final class Json {
    /** Longest body of a request, in bytes; uploads have a limit of their own. */
    public static final int MAX_BODY = 1 << 20;

    private static final int MAX_DEPTH = 40;
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    private static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(100)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        SimpleModule module = new SimpleModule()
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .addSerializer(LocalDate.class, ToStringSerializer.instance)
                .addSerializer(Ref.class, new RefWriter())
                .addSerializer(Long.class, new LongWriter());
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addModule(module)
                .build();
    }

    /** Reads the body of a request, whatever JSON it is. */
    public static Object read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new RefusedException(413, "body.large", Map.of("limit", "1 MB"));
        }
        return parse(decode(bytes));
    }

    /** Reads a body that must be an object. */
    public static Map<String, Object> object(InputStream body) throws IOException {
        return object(read(body));
    }

    /** A value that must be an object. */
    @SuppressWarnings("unchecked") // the names of a JSON object are text
    public static Map<String, Object> object(Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new RefusedException(400, "json.object");
    }

    /** Reads JSON text that came with a request or was kept for a user. */
    public static Object parse(String text) {
        try {
            Object value = MAPPER.readValue(text, Object.class);
            Soundness.check(value);
            return value;
        } catch (StreamConstraintsException e) {
            throw new RefusedException(400, "json.deep", Map.of("limit", MAX_DEPTH));
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new RefusedException(
                    400,
                    "json.broken",
                    Map.of("line", at == null ? 1 : at.getLineNr(), "column", at == null ? 1 : at.getColumnNr()));
        }
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException(400, "json.utf8");
        }
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    public static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /** A generator whose {@code writePOJO} writes as the rest of the interface does. */
    public static JsonGenerator generator(OutputStream out) throws IOException {
        return MAPPER.getFactory().createGenerator(out);
    }
}
