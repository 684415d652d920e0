package org.salacrm.rest.health;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
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

    private static final Set<String> PASSED_ON =
            Set.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

    /** Another name may be one that somebody gave this machine's address, to have its browser work for him. */
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Settings settings;

    @Activate
    public Neighbours(@Reference Settings settings) {
        this.settings = settings;
    }

    boolean welcome(HttpServletRequest request) {
        return isHere(request) || named(request.getRemoteAddr());
    }

    /** Whether it comes from this machine itself, neither passed on by a proxy nor sent by a page of somebody else. */
    public static boolean isHere(HttpServletRequest request) {
        boolean passedOn = PASSED_ON.stream().anyMatch(header -> request.getHeader(header) != null);
        return !passedOn && loopback(request.getRemoteAddr()) && NAMES.contains(request.getServerName());
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
