package org.salacrm.core.duplicate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares addresses on the web by their host; pages at places that many share are told apart by their path. */
final class Websites implements Comparison<Set<String>> {
    private static final Pattern PARTS =
            Pattern.compile("(?:[a-z]+://)?(?:www\\d?\\.|m\\.)?([^/:?#\\s]+)[^/?#]*/?([^/?#]*).*");
    private static final Set<String> SHARED = Set.of(
            "facebook.com",
            "fb.com",
            "line.me",
            "lin.ee",
            "instagram.com",
            "linkedin.com",
            "sites.google.com",
            "youtube.com",
            "shopee.co.th",
            "lazada.co.th",
            "twitter.com",
            "x.com",
            "tiktok.com",
            "linktr.ee");

    @Override
    public Set<String> read(List<String> texts) {
        Set<String> hosts = new HashSet<>();
        for (String text : texts) {
            Matcher parts = PARTS.matcher(Letters.of(text));
            if (parts.matches() && parts.group(1).indexOf('.') > 0) {
                String host = parts.group(1);
                hosts.add(SHARED.contains(host) ? host + "/" + parts.group(2) : host);
            }
        }
        return hosts;
    }

    @Override
    public double agreement(Set<String> a, Set<String> b) {
        return a.stream().anyMatch(b::contains) ? 1 : -1;
    }

    @Override
    public void keys(Set<String> hosts, Consumer<String> keys) {
        hosts.forEach(keys);
    }
}
