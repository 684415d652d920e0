package org.salacrm.rest.file;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.salacrm.rest.problem.RefusedException;

/** A file that a form brings. */
public record Upload(String name, InputStream content) {

    /** The form's part {@code file}. */
    public static Upload of(MultipartBody form) {
        Attachment file = form.getAttachment("file");
        if (file == null || file.getContentDisposition() == null) {
            throw new RefusedException(400, "upload.missing");
        }
        String given = file.getContentDisposition().getFilename();
        return new Upload(plain(given == null ? "" : utf8(given)), file.getObject(InputStream.class));
    }

    /** Another part of the form as text, empty when it is missing. */
    public static String text(MultipartBody form, String part) {
        Attachment attachment = form.getAttachment(part);
        return attachment == null ? "" : attachment.getObject(String.class).trim();
    }

    /** Browsers send names in UTF-8, and CXF reads each byte of a header as a character. */
    private static String utf8(String name) {
        try {
            return StandardCharsets.ISO_8859_1.newEncoder().canEncode(name)
                    ? StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1)))
                            .toString()
                    : name;
        } catch (CharacterCodingException e) {
            return name; // it was Latin text after all
        }
    }

    /** The last step of a path: some browsers tell folders. */
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String sound = last.replaceAll("\\p{Cntrl}", "").trim();
        return sound.isEmpty() ? "file" : sound;
    }
}
