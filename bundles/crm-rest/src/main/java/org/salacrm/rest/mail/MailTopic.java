package org.salacrm.rest.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.mail.Mail;
import org.salacrm.api.mail.Mail.Receiver;
import org.salacrm.api.mail.MailSettings;
import org.salacrm.api.mail.Message;
import org.salacrm.api.mail.Templates;
import org.salacrm.api.mail.Templates.Filled;
import org.salacrm.api.query.Ref;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.problem.RefusedException;
import org.salacrm.rest.record.Wire;

/** Writing e-mails, and how the company and each user send them. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class MailTopic implements Topic {
    private final Mail mail;
    private final MailSettings settings;
    private final Templates templates;

    @Activate
    public MailTopic(@Reference Mail mail, @Reference MailSettings settings, @Reference Templates templates) {
        this.mail = mail;
        this.settings = settings;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "mail";
    }

    @POST
    public Response send(InputStream body) throws IOException {
        Map<String, Object> given = Json.object(body);
        return Answers.created(new Shape()
                .id(
                        "id",
                        mail.send(new Message(
                                        texts(given, "to"),
                                        texts(given, "cc"),
                                        texts(given, "bcc"),
                                        text(given, "subject"),
                                        text(given, "body"),
                                        texts(given, "files").stream()
                                                .map(Wire::id)
                                                .toList(),
                                        about(given.get("about")),
                                        Optional.of(text(given, "answers"))
                                                .filter(id -> !id.isEmpty())
                                                .map(id -> Wire.id("activity", id)),
                                        SignatureNames.of(given.get("signatures"))))
                                .id()));
    }

    @POST
    @Path("{id}/send-again")
    public Response again(@PathParam("id") String id) {
        mail.again(Wire.id("activity", id));
        return Answers.nothing();
    }

    @POST
    @Path("{id}/cancel")
    public Response cancel(@PathParam("id") String id) {
        mail.cancel(Wire.id("activity", id));
        return Answers.nothing();
    }

    /** What a new message begins with. */
    @GET
    @Path("draft")
    public Response draft(
            @QueryParam("entity") @DefaultValue("") String entity, @QueryParam("id") @DefaultValue("") String id) {
        List<Receiver> known = entity.isEmpty() ? List.of() : mail.receivers(entity, Wire.id(entity, id));
        List<Shape> receivers = known.stream()
                .map(one -> new Shape().with("name", one.name()).with("address", one.address()))
                .toList();
        String language = entity.isEmpty() ? "" : templates.language(new Ref(entity, Wire.id(entity, id), ""));
        return Answers.json(new Shape()
                .with("receivers", receivers)
                .with("signatures", SignatureNames.words(settings.signatures()))
                .with("language", language)
                .with("ready", settings.isSetUp()));
    }

    /** A template filled in, to be read over and sent. */
    @GET
    @Path("filled/{template}")
    public Response filled(
            @PathParam("template") String template,
            @QueryParam("entity") @DefaultValue("") String entity,
            @QueryParam("id") @DefaultValue("") String id,
            @QueryParam("language") @DefaultValue("") String language) {
        Ref about = new Ref(entity, Wire.id(entity, id), "");
        Filled filled = templates.fill(Wire.id("mailTemplate", template), about, language);
        return Answers.json(new Shape()
                .with("subject", filled.subject())
                .with("body", filled.body())
                .with("signatures", SignatureNames.of(filled.signatures())));
    }

    @GET
    @Path("signature")
    public Response signature() {
        return Answers.json(new Shape().with("signature", settings.signature()));
    }

    @PUT
    @Path("signature")
    public Response changeSignature(InputStream body) throws IOException {
        Map<String, Object> given = Json.object(body);
        if (!given.containsKey("signature")) {
            throw new RefusedException(400, "value.text", Map.of("name", "signature"));
        }
        settings.signature(text(given, "signature"));
        return signature();
    }

    @GET
    @Path("settings")
    public Response settings() {
        return Answers.json(settings.all());
    }

    @PUT
    @Path("settings")
    public Response changeSettings(InputStream body) throws IOException {
        return Answers.json(settings.change(Json.object(body)));
    }

    @POST
    @Path("settings/test")
    public Response test(InputStream body) throws IOException {
        String reason = settings.test(text(Json.object(body), "address"));
        return Answers.json(new Shape().with("sent", reason.isEmpty()).with("reason", reason));
    }

    private static String text(Map<String, Object> given, String name) {
        Object value = given.getOrDefault(name, "");
        if (!(value instanceof String text)) {
            throw new RefusedException(400, "value.text", Map.of("name", name));
        }
        return text;
    }

    private static List<String> texts(Map<String, Object> given, String name) {
        Object value = given.getOrDefault(name, List.of());
        if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            throw new RefusedException(400, "value.wrong", Map.of("name", name));
        }
        return list.stream().map(String.class::cast).toList();
    }

    private static Optional<Ref> about(Object value) {
        if (value == null) {
            return Optional.empty();
        }
        Map<String, Object> about = Json.object(value);
        return Optional.of(new Ref(text(about, "entity"), Wire.id(text(about, "id")), ""));
    }
}
