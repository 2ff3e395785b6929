package org.converge4j.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chrome's DevTools protocol over one connection: calls with their answers, and the events of each session (tab). */
final class Wire implements AutoCloseable, WebSocket.Listener {
    static final JsonMapper JSON = JsonMapper.shared();
    private static final long PATIENCE_SECONDS = 60;

    private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
    private final Map<String, List<JsonNode>> events = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final StringBuilder text = new StringBuilder();
    private @Nullable WebSocket socket;

    private Wire() {}

    static Wire to(URI address) {
        Wire wire = new Wire();
        wire.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, wire)
                .join();
        return wire;
    }

    /** The answer of a call in a session; the session of the browser itself is the empty text. */
    JsonNode call(String session, String method, Map<String, ?> parameters) throws InterruptedException {
        int id = last.incrementAndGet();
        CompletableFuture<JsonNode> pending = new CompletableFuture<>();
        calls.put(id, pending);
        send(id, session, method, parameters);
        try {
            JsonNode answer = pending.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer.has("error")) {
                throw new AssertionError(method + ": " + answer.get("error"));
            }
            return answer.get("result");
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError(method + " was not answered", failure);
        }
    }

    /** Tells the browser to do something, and does not wait for it. */
    void tell(String method, Map<String, ?> parameters) {
        send(last.incrementAndGet(), "", method, parameters);
    }

    private void send(int id, String session, String method, Map<String, ?> parameters) {
        Map<String, Object> message = new HashMap<>(Map.of("id", id, "method", method, "params", parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        Objects.requireNonNull(socket)
                .sendText(JSON.writeValueAsString(message), true)
                .join();
    }

    /** What has happened in a session since it was last forgotten, as it happens. */
    List<JsonNode> events(String session) {
        return events.computeIfAbsent(session, name -> new CopyOnWriteArrayList<>());
    }

    void forget(String session) {
        events.remove(session);
    }

    /** Puts the pieces of a message together and sorts answers from events. */
    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean whole) {
        text.append(piece);
        if (whole) {
            JsonNode message = JSON.readTree(text.toString());
            text.setLength(0);
            if (message.has("id")) {
                CompletableFuture<JsonNode> call =
                        calls.remove(message.get("id").asInt());
                if (call != null) {
                    call.complete(message);
                }
            } else {
                events(message.path("sessionId").asString("")).add(message);
            }
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        Objects.requireNonNull(socket).abort();
    }
}
