package org.salacrm.core.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells what a file is by its first bytes, whatever its name says. */
final class ContentType {
    /** How many bytes it needs to see. */
    static final int HEAD = 8192;

    private static final String UNKNOWN = "application/octet-stream";
    private static final Map<String, String> SIGNS = new LinkedHashMap<>();
    private static final Map<String, String> PACKED = Map.of(
            "word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    static {
        SIGNS.put("%PDF-", "application/pdf");
        SIGNS.put("\u0089PNG\r\n\u001a\n", "image/png");
        SIGNS.put("\u00ff\u00d8\u00ff", "image/jpeg");
        SIGNS.put("GIF87a", "image/gif");
        SIGNS.put("GIF89a", "image/gif");
        SIGNS.put("BM", "image/bmp");
        SIGNS.put("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "application/x-ole-storage");
        SIGNS.put("\u001f\u008b", "application/gzip");
        SIGNS.put("PK\u0003\u0004", "application/zip");
    }

    private ContentType() {}

    /** @param head the first bytes, at most {@link #HEAD} of them */
    static String of(byte[] head) {
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        if (bytes.startsWith("RIFF") && bytes.length() > 12 && bytes.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            if (bytes.startsWith(sign.getKey())) {
                return sign.getValue().equals("application/zip") ? packed(bytes) : sign.getValue();
            }
        }
        return isText(head) ? "text/plain" : UNKNOWN;
    }

    private static String packed(String bytes) {
        return PACKED.entrySet().stream()
                .filter(e -> bytes.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("application/zip");
    }

    /** Text is shown as text only, also when it is a web page: it must never run in our address. */
    private static boolean isText(byte[] head) {
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        int length = head.length;
        for (int cut = 0; cut < 4 && cut <= length; cut++) {
            if (isUtf8(Arrays.copyOf(head, length - cut))) {
                return true;
            }
            if (length < HEAD) {
                return false;
            }
        }
        return false;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
