package org.salacrm.rest.file;

import java.io.InputStream;
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
        return new Upload(plain(given == null ? "" : given), file.getObject(InputStream.class));
    }

    /** Another part of the form as text, empty when it is missing. */
    public static String text(MultipartBody form, String part) {
        Attachment attachment = form.getAttachment(part);
        return attachment == null ? "" : attachment.getObject(String.class).trim();
    }

    /** The last step of a path: some browsers tell folders. */
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String sound = last.replaceAll("\\p{Cntrl}", "").trim();
        return sound.isEmpty() ? "file" : sound;
    }
}
