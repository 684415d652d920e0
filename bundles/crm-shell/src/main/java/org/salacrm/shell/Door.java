package org.salacrm.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.support.CommandException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where {@code bin/sala} knocks to have a command done by the running process: a socket in the data folder, in a folder
 * that only its owner may enter. Whoever gets there could change the data folder as well, so nobody is asked for a
 * password. What is said through it: {@link Knock}.
 */
@Component(service = Door.class, immediate = true)
public final class Door {
    static final char END = '\0';
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final SessionFactory sessions;
    private final ServerSocketChannel door;
    private final Path place;

    @Activate
    public Door(@Reference SessionFactory sessions) throws IOException {
        this(sessions, Path.of(System.getProperty("karaf.data", "karaf"), "door"));
    }

    Door(SessionFactory sessions, Path folder) throws IOException {
        this.sessions = sessions;
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(folder);
        }
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        this.place = folder.resolve("sala.socket");
        Files.deleteIfExists(place);
        this.door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(shorter(place)));
        new Thread(this::answer, "sala-door").start();
    }

    /** The name of a socket may have a hundred characters; from the folder in which the process runs it has few. */
    private static Path shorter(Path place) {
        Path absolute = place.toAbsolutePath();
        Path here = Path.of("").toAbsolutePath();
        Path relative = absolute.startsWith(here) ? here.relativize(absolute) : absolute;
        return relative.toString().length() < absolute.toString().length() ? relative : absolute;
    }

    @Deactivate
    public void close() throws IOException {
        door.close();
        Files.deleteIfExists(place);
    }

    private void answer() {
        while (door.isOpen()) {
            try {
                SocketChannel visitor = door.accept();
                new Thread(() -> answer(visitor), "sala-command").start();
            } catch (IOException e) {
                LOG.debug("the door is closed", e);
            }
        }
    }

    private void answer(SocketChannel visitor) {
        try (visitor;
                PrintStream out = new PrintStream(Channels.newOutputStream(visitor), true, StandardCharsets.UTF_8)) {
            List<String> words = words(visitor);
            out.print(END + (work(words, out) ? "0" : "1"));
        } catch (IOException e) {
            LOG.warn("a command could not be read", e);
        }
    }

    /** Each ends with a NUL, and an empty one ends them all. */
    private static List<String> words(SocketChannel visitor) throws IOException {
        List<String> words = new ArrayList<>();
        InputStream in = Channels.newInputStream(visitor);
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b != END) {
                word.write(b);
            } else if (word.size() == 0) {
                return words;
            } else {
                words.add(word.toString(StandardCharsets.UTF_8));
                word.reset();
            }
        }
        throw new IOException("the command has no end");
    }

    /** @param words folder of the visitor, command, arguments */
    private boolean work(List<String> words, PrintStream out) {
        Session session = sessions.create(new ByteArrayInputStream(new byte[0]), out, out);
        try {
            session.currentDir(Path.of(words.get(0)));
            Command command = session.getRegistry().getCommand("crm", words.get(1));
            if (command == null) {
                out.println("sala: there is no command " + words.get(1) + ", or its part of Sala has not started yet");
                return false;
            }
            LOG.info("command by bin/sala: {}", words.get(1));
            command.execute(session, new ArrayList<Object>(words.subList(2, words.size())));
            return true;
        } catch (CommandException e) {
            out.println("sala: " + e.getMessage());
            return false;
        } catch (Exception e) { // outermost: a command may throw anything
            out.println("sala: " + e.getMessage());
            LOG.warn("command {} failed", words, e);
            return false;
        } finally {
            session.close();
        }
    }
}
