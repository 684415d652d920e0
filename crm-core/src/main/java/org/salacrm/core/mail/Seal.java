package org.salacrm.core.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Locks the passwords of mail servers with a key that lies in the data folder, so that neither the database nor a
 * backup tells them (docs/decisions/mail.md).
 */
@Component(service = Seal.class)
public class Seal {
    private static final Logger LOG = LoggerFactory.getLogger(Seal.class);
    private static final String MARK = "sealed:";
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public Seal() {
        this(Path.of(System.getProperty("sala.data", "data"), "secret.key"));
    }

    Seal(Path file) {
        this.file = file;
    }

    String locked(String secret) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] inside = cipher(Cipher.ENCRYPT_MODE, key(), nonce).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(NONCE + inside.length)
                    .put(nonce)
                    .put(inside)
                    .array();
            return MARK + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }

    /** Empty when it was locked with another key: the database was brought here without the file. */
    Optional<String> opened(String kept) {
        if (!kept.startsWith(MARK)) {
            return Optional.of(kept); // from before passwords were locked
        }
        try {
            byte[] whole = Base64.getDecoder().decode(kept.substring(MARK.length()));
            byte[] plain = cipher(Cipher.DECRYPT_MODE, key(), Arrays.copyOf(whole, NONCE))
                    .doFinal(whole, NONCE, whole.length - NONCE);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            LOG.warn("A password of a mail server cannot be opened with {}: it has to be entered anew", file);
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /** Made with the first password that is kept; of several nodes one makes it. */
    private byte[] key() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY) {
                throw new IllegalStateException(file + " is no key: it has " + key.length + " bytes");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("the key of passwords cannot be read: " + file, e);
        }
    }

    private void make() throws IOException {
        byte[] key = new byte[KEY];
        random.nextBytes(key);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", ".tmp", ownersOnly());
        try {
            Files.write(fresh, key);
            Files.createLink(file, fresh); // whole or not at all, and never over another's
        } catch (FileAlreadyExistsException e) {
            LOG.debug("another node has made {}", file);
        } finally {
            Files.delete(fresh);
        }
    }

    private static FileAttribute<?>[] ownersOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
