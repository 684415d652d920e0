package org.salacrm.rest.health;

import javax.servlet.http.HttpServletRequest;

/** Brings an address to its kind, so that figures are kept per kind and not per record. */
final class Addresses {
    private static final String FEEDS = "/api/calendar-feeds/";

    private Addresses() {}

    /** The address as a log may tell it: that of a calendar is a secret. */
    static String told(HttpServletRequest request) {
        String address = request.getRequestURI();
        return address.contains(FEEDS) ? FEEDS + "{secret}" : address;
    }

    /** {@code /api/records/account/7734} is {@code /api/records/{entity}/{id}}. */
    static String kind(HttpServletRequest request, int status) {
        String path = request.getServletPath();
        if (!path.startsWith("/api")) {
            return path.startsWith("/health") || path.startsWith("/metrics") ? path : "/";
        }
        if (status == 404 || status == 405 || request.getPathInfo() == null) {
            return "/api";
        }
        String[] parts = request.getPathInfo().split("/");
        StringBuilder kind = new StringBuilder("/api");
        for (int i = 1; i < parts.length && i < 7; i++) {
            kind.append('/').append(name(parts, i));
        }
        return kind.toString();
    }

    private static String name(String[] parts, int i) {
        if (i == 1) {
            return parts[1];
        }
        boolean number = !parts[i].isEmpty() && parts[i].chars().allMatch(c -> c >= '0' && c <= '9');
        if (number) {
            return "{id}";
        }
        if (i == 2) {
            return switch (parts[1]) {
                case "records", "types" -> "{entity}";
                case "session" -> parts[2];
                default -> "{name}";
            };
        }
        return parts[i - 1].equals("actions") || parts[i - 1].equals("fields") ? "{name}" : parts[i];
    }
}
