package org.salacrm.rest.health;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.setting.Settings;
import org.salacrm.rest.json.Json;

/** Who may look at health and figures without signing in: this machine, and the addresses the company names. */
@Component(service = Neighbours.class)
public final class Neighbours {
    /** Company setting: a list of IP addresses. */
    static final String SETTING = "health.addresses";

    private final Settings settings;

    @Activate
    public Neighbours(@Reference Settings settings) {
        this.settings = settings;
    }

    /** A request that a proxy on this machine passes on does not come from this machine. */
    boolean welcome(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        boolean passedOn = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        return !passedOn && loopback(address) || named(address);
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress(); // an address, so nothing is looked up
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private boolean named(String address) {
        return settings.company(SETTING)
                .map(Json::parse)
                .filter(list -> list instanceof List<?> names && names.contains(address))
                .isPresent();
    }
}
