package org.salacrm.itest.torture;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.salacrm.itest.Person;
import org.salacrm.itest.RunningSala;
import org.salacrm.itest.Wait;

/** The line of news that an open browser has. */
final class Line implements AutoCloseable {
    private final Queue<News> heard = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<HttpResponse<Stream<String>>> answer;
    private volatile boolean ended;

    /** @param at milliseconds of the clock that was given */
    record News(String event, long at) {}

    Line(RunningSala sala, Person person, LongSupplier clock) {
        URI address = sala.address("/api/events");
        answer = HttpClient.newHttpClient()
                .sendAsync(person.signed(HttpRequest.newBuilder(address)).GET().build(), BodyHandlers.ofLines());
        answer.thenAcceptAsync(response -> {
            response.body()
                    .filter(line -> line.startsWith("event: "))
                    .forEach(line -> heard.add(new News(line.substring("event: ".length()), clock.getAsLong())));
            ended = true;
        });
        Wait.until(() -> "the line is open", Duration.ofSeconds(10), answer::isDone);
    }

    /** Whether the other side has hung up. */
    boolean ended() {
        return ended || answer.isCompletedExceptionally() || answer.join().statusCode() != 200;
    }

    /** Milliseconds from then until such news came; waits for it. */
    long until(String event, long since) {
        Wait.until(() -> "news of " + event, Duration.ofSeconds(30), () -> heard.stream()
                .anyMatch(news -> news.event().equals(event) && news.at() >= since));
        return heard.stream()
                        .filter(news -> news.event().equals(event) && news.at() >= since)
                        .findFirst()
                        .orElseThrow()
                        .at()
                - since;
    }

    @Override
    public void close() {
        answer.thenAccept(response -> response.body().close());
    }
}
