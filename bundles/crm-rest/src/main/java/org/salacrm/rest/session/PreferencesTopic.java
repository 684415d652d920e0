package org.salacrm.rest.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.setting.Settings;
import org.salacrm.rest.Answers;
import org.salacrm.rest.Call;
import org.salacrm.rest.Topic;
import org.salacrm.rest.json.Json;
import org.salacrm.rest.problem.RefusedException;

/** Small things the client remembers for a user, such as the columns of a list. */
@Component
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class PreferencesTopic implements Topic {
    /** Before the key of a preference among the settings of its user. */
    public static final String PREFIX = "preference.";

    private static final int MAX_BYTES = 64 << 10;

    private final Settings settings;

    @Activate
    public PreferencesTopic(@Reference Settings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "preferences";
    }

    @GET
    @Path("{key}")
    public Response get(@Context HttpServletRequest request, @PathParam("key") String key) {
        String kept = settings.user(user(request), PREFIX + sound(key))
                .filter(json -> fits(key, Json.parse(json)))
                .orElse("null");
        return Response.ok(kept.getBytes(StandardCharsets.UTF_8)).build();
    }

    @PUT
    @Path("{key}")
    public Response put(@Context HttpServletRequest request, @PathParam("key") String key, InputStream body)
            throws IOException {
        Object value = Json.read(body);
        if (!fits(key, value)) {
            throw new RefusedException(400, "value.wrong", Map.of("name", key));
        }
        String json = Json.text(value);
        if (json.length() > MAX_BYTES) {
            throw new RefusedException(413, "body.large", Map.of("limit", "64 kB"));
        }
        settings.user(user(request), PREFIX + sound(key), json);
        return Answers.nothing();
    }

    /** What the pages of the product begin with must have their shape, or they could not be opened any more. */
    public static boolean fits(String key, Object value) {
        if (value == null) {
            return true;
        }
        if (Set.of("recent", "menu.pinned", "menu.favourites").contains(key)) {
            return value instanceof List;
        }
        if (!key.equals("home") && !key.startsWith("list.")) {
            return true;
        }
        return value instanceof Map<?, ?> map
                && Stream.of("order", "hidden", "columns", "pinned").allMatch(name -> isTexts(map.get(name)))
                && (!key.equals("home") || map.get("order") != null && map.get("hidden") != null)
                && (map.get("widths") == null
                        || map.get("widths") instanceof Map<?, ?> widths
                                && widths.values().stream().allMatch(PreferencesTopic::isWidth));
    }

    private static boolean isWidth(Object value) {
        return value instanceof Number width && width.doubleValue() > 0;
    }

    private static boolean isTexts(Object value) {
        return value == null || value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
    }

    private static long user(HttpServletRequest request) {
        return Call.of(request).session().caller().user();
    }

    private static String sound(String key) {
        if (!key.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new RefusedException(400, "value.wrong", Map.of("name", "key"));
        }
        return key;
    }
}
