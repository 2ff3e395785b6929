package org.converge4j.report;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.converge4j.result.store.RecordFormat;
import tools.jackson.databind.JsonNode;

/** A headless Chromium with one tab, driven over its DevTools protocol. Fails where there is no {@code chromium}. */
public final class Browser implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Path profile;
    private final Process process;
    private final WebSocket socket;
    private final LinkedBlockingQueue<JsonNode> replies = new LinkedBlockingQueue<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private int calls;

    public Browser(int width, int height) throws IOException, InterruptedException {
        profile = Files.createTempDirectory("chromium");
        process = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--window-size=" + width + "," + height,
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log").toFile())
                .start();
        HttpClient http = HttpClient.newHttpClient();
        JsonNode tabs = RecordFormat.JSON.readTree(http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/json/list"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(tabs.get(0).get("webSocketDebuggerUrl").asString()), new Listener())
                .join();
        for (String domain : List.of("Page", "Network", "Runtime", "Log")) {
            call(domain + ".enable", Map.of());
        }
        call("Performance.enable", Map.of("timeDomain", "threadTicks"));
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** Chromium writes the port once it listens. */
    private int port() throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        long deadline = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        while (!Files.exists(file) || Files.readAllLines(file).size() < 2) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("chromium did not start: " + Files.readString(profile.resolve("log")));
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        return Integer.parseInt(Files.readAllLines(file).get(0));
    }

    /** Opens a page and waits until it is loaded and has drawn. */
    public void open(String address) throws InterruptedException {
        call("Page.navigate", Map.of("url", "about:blank"));
        events.clear();
        call("Page.navigate", Map.of("url", address));
        settle();
    }

    /** Waits until everything on the page is drawn. */
    void settle() throws InterruptedException {
        evaluate("new Promise(done => { const look = () => document.body?.dataset.drawn === 'all' ? done() :"
                + " setTimeout(look, 5); look(); })");
    }

    /** Seconds for which the page kept its processor busy. */
    public double busySeconds() throws InterruptedException {
        for (JsonNode metric : call("Performance.getMetrics", Map.of()).get("metrics")) {
            if (metric.get("name").asString().equals("TaskDuration")) {
                return metric.get("value").asDouble();
            }
        }
        throw new AssertionError("no such metric");
    }

    /** The value of an expression in the page; a promise is awaited. */
    public JsonNode evaluate(String expression) throws InterruptedException {
        JsonNode result =
                call("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(result.get("exceptionDetails").toString());
        }
        return result.get("result").path("value");
    }

    public int number(String expression) throws InterruptedException {
        return evaluate(expression).asInt();
    }

    public String text(String expression) throws InterruptedException {
        return evaluate(expression).asString();
    }

    public void click(String selector) throws InterruptedException {
        evaluate("document.querySelector(" + RecordFormat.JSON.writeValueAsString(selector) + ").click()");
        settle();
    }

    /** Shows the page as paper or as a screen. */
    void show(String media) throws InterruptedException {
        call("Emulation.setEmulatedMedia", Map.of("media", media));
    }

    public void emulate(String feature, String value) throws InterruptedException {
        call("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** A picture of the visible part. */
    byte[] screenshot() throws InterruptedException {
        return Base64.getDecoder()
                .decode(call("Page.captureScreenshot", Map.of()).get("data").asString());
    }

    /** Every address that was asked for since the page was opened. */
    public List<String> requests() {
        return events("Network.requestWillBeSent").stream()
                .map(event -> event.get("request").get("url").asString())
                .filter(url -> !url.startsWith("data:") && !url.startsWith("blob:"))
                .toList();
    }

    /** Everything that the console, the policy and uncaught exceptions said since the page was opened. */
    public List<String> console() {
        return List.of("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded").stream()
                .flatMap(kind -> events(kind).stream())
                .map(JsonNode::toString)
                .toList();
    }

    private List<JsonNode> events(String method) {
        return events.stream()
                .filter(event -> event.path("method").asString().equals(method))
                .map(event -> event.get("params"))
                .toList();
    }

    private JsonNode call(String method, Map<String, ?> parameters) throws InterruptedException {
        int id = ++calls;
        socket.sendText(
                        RecordFormat.JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)),
                        true)
                .join();
        JsonNode reply = replies.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (reply != null && reply.get("id").asInt() != id) {
            reply = replies.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        if (reply == null || reply.has("error")) {
            throw new AssertionError(method + ": " + reply);
        }
        return reply.get("result");
    }

    @Override
    public void close() {
        socket.sendText("{\"id\":0,\"method\":\"Browser.close\"}", true).join();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        socket.abort();
        FileUtils.deleteQuietly(profile.toFile()); // its helpers may still be writing
    }

    /** Puts the pieces of a message together and sorts replies from events. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
            text.append(piece);
            if (last) {
                JsonNode message = RecordFormat.JSON.readTree(text.toString());
                text.setLength(0);
                (message.has("id") ? replies : events).add(message);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
