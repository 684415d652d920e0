package org.salacrm.rest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.salacrm.rest.problem.RefusedException;

/** Refuses parameters that are no text, before servlet container and CXF each make something else of them. */
final class QueryText {

    private QueryText() {}

    static void check(String query) {
        if (query == null || query.indexOf('%') < 0) {
            return;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(query)))
                    .toString();
            if (text.indexOf(0) >= 0) {
                throw new RefusedException(400, "address.utf8");
            }
        } catch (CharacterCodingException | NumberFormatException e) {
            throw new RefusedException(400, "address.utf8");
        }
    }

    private static byte[] bytes(String query) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(query.length());
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c != '%') {
                out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            } else if (i + 2 < query.length()) {
                out.write(Integer.parseInt(query.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                throw new NumberFormatException("cut off");
            }
        }
        return out.toByteArray();
    }
}
