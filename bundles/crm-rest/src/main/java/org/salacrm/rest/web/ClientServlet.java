package org.salacrm.rest.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.salacrm.rest.Headers;
import org.salacrm.rest.web.ClientFiles.ClientFile;

/** Serves the client: its files as they are, and its page for every address that a person can have as a bookmark. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("sala-client")
@HttpWhiteboardServletPattern("/")
public final class ClientServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/index.html";
    private static final Pattern SERVICE = Pattern.compile("/(api|health|metrics)(/.*)?");
    private static final int NONCE_BYTES = 16;

    private final transient Supplier<Optional<ClientFiles>> files;
    private final transient SecureRandom random = new SecureRandom();

    @Activate
    public ClientServlet(@Reference ClientBundle bundle) {
        this(bundle::files);
    }

    /** For use without a framework. */
    ClientServlet(Supplier<Optional<ClientFiles>> files) {
        this.files = files;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String inside = request.getPathInfo();
        String path = request.getServletPath() + (inside == null ? "" : inside);
        Headers.protect(response);
        if (SERVICE.matcher(path).matches()) {
            response.setHeader("Retry-After", "2"); // whoever serves this address is not there yet
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        Optional<ClientFile> file = path.equals(PAGE) ? Optional.empty() : find(path);
        if (file.isPresent()) {
            send(file.get(), path, request, response);
        } else if (looksLikeFile(path)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            page(response);
        }
    }

    private Optional<ClientFile> find(String path) {
        return files.get().flatMap(all -> all.find(path));
    }

    /** A missing script must not be answered with a page. */
    private static boolean looksLikeFile(String path) {
        return !path.equals(PAGE) && (path.startsWith("/assets/") || path.lastIndexOf('.') > path.lastIndexOf('/'));
    }

    private void page(HttpServletResponse response) throws IOException {
        Optional<ClientFile> page = find(PAGE);
        if (page.isEmpty()) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String html = new String(page.get().content(), StandardCharsets.UTF_8).replace("__NONCE__", nonce);
        Headers.allowClient(response, nonce);
        response.setHeader("Cache-Control", "no-cache");
        response.setContentType(page.get().type());
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(ClientFile file, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Headers.allowWorker(response);
        response.setHeader(
                "Cache-Control", path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
        response.setHeader("ETag", file.tag());
        response.setHeader("Vary", "Accept-Encoding");
        if (file.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(file.type());
        byte[] content = file.content();
        String accepted = request.getHeader("Accept-Encoding");
        if (file.gzip().isPresent() && accepted != null && accepted.contains("gzip")) {
            response.setHeader("Content-Encoding", "gzip");
            content = file.gzip().get();
        }
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
