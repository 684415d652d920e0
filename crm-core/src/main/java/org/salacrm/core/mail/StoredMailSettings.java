package org.salacrm.core.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.salacrm.api.mail.MailSettings;
import org.salacrm.api.mail.Post;
import org.salacrm.api.mail.Post.Letter;
import org.salacrm.api.mail.Post.Party;
import org.salacrm.api.mail.Post.Server;
import org.salacrm.api.mail.Signature;
import org.salacrm.api.mail.UndeliveredException;
import org.salacrm.api.query.Queries;
import org.salacrm.api.query.Ref;
import org.salacrm.api.record.BusyException;
import org.salacrm.api.record.Ids;
import org.salacrm.api.record.InvalidRecordException;
import org.salacrm.api.security.Callers;
import org.salacrm.api.security.ForbiddenException;
import org.salacrm.api.security.Rights;
import org.salacrm.api.setting.Settings;
import org.salacrm.core.store.Tx;

/** The settings of e-mail among the company's; the passwords, locked, among those of the system itself. */
@Component(service = {MailSettings.class, StoredMailSettings.class})
public class StoredMailSettings implements MailSettings {
    private static final String KEY = "mail";
    private static final String SECRETS = "mail.secrets";
    private static final String SIGNATURE = "mail.signature";
    private static final long SYSTEM = 0;
    private static final String CONFIGURE = "core.configure";
    private static final int LONGEST_SIGNATURE = 2000;
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};
    private static final List<String> PASSWORDS = List.of("password", "bouncePassword");
    private static final Map<String, String> USUAL = usual();

    private final ObjectMapper json = new ObjectMapper();
    private final Tx tx;
    private final Settings settings;
    private final Rights rights;
    private final Callers callers;
    private final Queries queries;
    private final Ids ids;
    private final Seal seal;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Post post;

    @Activate
    public StoredMailSettings(
            @Reference Tx tx,
            @Reference Settings settings,
            @Reference Rights rights,
            @Reference Callers callers,
            @Reference Queries queries,
            @Reference Ids ids,
            @Reference Seal seal) {
        this.tx = tx;
        this.settings = settings;
        this.rights = rights;
        this.callers = callers;
        this.queries = queries;
        this.ids = ids;
        this.seal = seal;
    }

    /** Without a container: the post office is given by hand. */
    public StoredMailSettings with(Post office) {
        this.post = office;
        return this;
    }

    private static Map<String, String> usual() {
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put("host", "");
        usual.put("port", "587");
        usual.put("security", "starttls");
        usual.put("user", "");
        usual.put("senderAddress", "");
        usual.put("senderName", "");
        usual.put("signature", "");
        usual.put("bounceHost", "");
        usual.put("bouncePort", "993");
        usual.put("bounceSecurity", "tls");
        usual.put("bounceUser", "");
        usual.put("bounceFolder", "INBOX");
        return usual;
    }

    @Override
    public Map<String, Object> all() {
        require();
        Map<String, Object> all = new LinkedHashMap<>(kept());
        Map<String, String> secrets = secrets();
        PASSWORDS.forEach(name -> all.put(name + "Kept", secrets.containsKey(name)));
        return all;
    }

    @Override
    public Map<String, Object> change(Map<String, ?> given) {
        require();
        Map<String, String> next = new LinkedHashMap<>(kept());
        Map<String, String> secrets = new HashMap<>(secrets());
        given.forEach((name, value) -> {
            String text = String.valueOf(value).strip();
            if (PASSWORDS.contains(name)) {
                secrets.put(name, String.valueOf(value));
                secrets.values().removeIf(String::isEmpty);
            } else {
                MailSettingCheck.check(name, text);
                next.put(name, text);
            }
        });
        secrets.replaceAll((name, secret) -> seal.locked(secret));
        tx.required(() -> {
            settings.company(KEY, text(next));
            settings.user(SYSTEM, SECRETS, text(secrets));
            return next;
        });
        return all();
    }

    @Override
    public String test(String address) {
        require();
        List<String> to = Addresses.checked("address", List.of(address));
        Party from = from(new Ref("user", 0, ""));
        Letter letter = new Letter(
                ids.next() + ".test@sala",
                from,
                from,
                to,
                List.of(),
                List.of(),
                "Sala: ทดสอบ / test",
                "✓",
                List.of(),
                "");
        Post office = post;
        try {
            if (office == null) {
                throw new BusyException("there is no post office", Duration.ofSeconds(1));
            }
            return office.deliver(server(), letter);
        } catch (UndeliveredException e) {
            return e.getMessage();
        }
    }

    @Override
    public boolean isSetUp() {
        Map<String, String> kept = kept();
        return !kept.get("host").isEmpty() && !kept.get("senderAddress").isEmpty();
    }

    /**
     * Hands over a letter of the product itself.
     *
     * @throws UndeliveredException when it was not taken
     */
    public void deliver(String key, Party to, String subject, String body) {
        Post office = post;
        if (office == null) {
            throw new UndeliveredException("there is no post office", false, null);
        }
        Party from = from(to);
        List<String> receivers = List.of(to.address());
        office.deliver(
                server(), new Letter(key, from, from, receivers, List.of(), List.of(), subject, body, List.of(), ""));
    }

    @Override
    public String signature() {
        return settings.user(callers.current().user(), SIGNATURE)
                .map(this::map)
                .map(map -> map.get("text"))
                .orElse("");
    }

    @Override
    public void signature(String text) {
        if (text.length() > LONGEST_SIGNATURE) {
            throw InvalidRecordException.tooLong("signature", LONGEST_SIGNATURE);
        }
        settings.user(callers.current().user(), SIGNATURE, text(Map.of("text", text)));
    }

    @Override
    public Map<Signature, String> signatures() {
        return Map.of(Signature.OWN, signature(), Signature.COMPANY, kept().get("signature"));
    }

    /** @throws UndeliveredException when the company has none yet: the messages wait for it */
    Server server() {
        if (!isSetUp()) {
            throw new UndeliveredException("ยังไม่ได้ตั้งค่าอีเมล / e-mail is not set up yet", false, null);
        }
        Map<String, String> kept = kept();
        return new Server(
                kept.get("host"),
                Integer.parseInt(kept.get("port")),
                kept.get("security"),
                kept.get("user"),
                secrets().getOrDefault("password", ""));
    }

    Optional<Server> mailbox() {
        Map<String, String> kept = kept();
        return kept.get("bounceHost").isEmpty()
                ? Optional.empty()
                : Optional.of(new Server(
                        kept.get("bounceHost"),
                        Integer.parseInt(kept.get("bouncePort")),
                        kept.get("bounceSecurity"),
                        kept.get("bounceUser"),
                        secrets().getOrDefault("bouncePassword", "")));
    }

    String folder() {
        return kept().get("bounceFolder");
    }

    String sender() {
        return kept().get("senderAddress");
    }

    /** The company's address under the name of whoever writes, so that no server takes it for forged. */
    Party from(Object writer) {
        String name = writer instanceof Ref user ? user.label() : "";
        return new Party(name.isEmpty() ? kept().get("senderName") : name, sender());
    }

    Party replyTo(Object writer, Party from) {
        return writer instanceof Ref user
                ? queries.one("user", user.id(), List.of("email"))
                        .map(row -> row.values().get(0))
                        .filter(address -> Addresses.isOne(address.toString()))
                        .map(address -> new Party(user.label(), address.toString()))
                        .orElse(from)
                : from;
    }

    private Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>(USUAL);
        settings.company(KEY).map(this::map).ifPresent(kept::putAll);
        return kept;
    }

    private Map<String, String> secrets() {
        Map<String, String> open = new HashMap<>();
        settings.user(SYSTEM, SECRETS).map(this::map).orElse(Map.of()).forEach((name, kept) -> seal.opened(kept)
                .ifPresent(secret -> open.put(name, secret)));
        return open;
    }

    private void require() {
        if (!rights.permitted(callers.current(), CONFIGURE)) {
            throw new ForbiddenException("setting", "update");
        }
    }

    private Map<String, String> map(String text) {
        try {
            return json.readValue(text, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the settings of e-mail hold no JSON", e);
        }
    }

    private String text(Map<String, String> map) {
        try {
            return json.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("settings of e-mail are plain texts: " + map.keySet(), e);
        }
    }
}
