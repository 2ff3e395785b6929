package org.converge4j.browser;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** One page of a browser, looked at and worked as a person would. */
public final class Tab implements AutoCloseable {
    private static final int SWIPE_MOVES = 10;

    private final Wire wire;
    private final String context;
    private final String session;
    private final Map<String, String> media = new TreeMap<>();

    private Tab(Wire wire, String context, String session) {
        this.wire = wire;
        this.context = context;
        this.session = session;
    }

    static Tab open(Wire wire, Screen screen) throws InterruptedException {
        String context = wire.call("", "Target.createBrowserContext", Map.of())
                .get("browserContextId")
                .asString();
        JsonNode target =
                wire.call("", "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context));
        JsonNode attached = wire.call(
                "",
                "Target.attachToTarget",
                Map.of("targetId", target.get("targetId").asString(), "flatten", true));
        Tab tab = new Tab(wire, context, attached.get("sessionId").asString());
        for (String domain : List.of("Page", "Network", "Runtime", "Log")) {
            tab.call(domain + ".enable", Map.of());
        }
        tab.call("Performance.enable", Map.of("timeDomain", "threadTicks"));
        tab.show(screen);
        return tab;
    }

    /** Shows the page on another screen. */
    public void show(Screen screen) throws InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        screen.width(),
                        "height",
                        screen.height(),
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        screen.touch()));
        call("Emulation.setTouchEmulationEnabled", Map.of("enabled", screen.touch()));
    }

    /** Opens a page and waits until it has drawn. */
    public void open(String address) throws InterruptedException {
        call("Page.navigate", Map.of("url", "about:blank"));
        wire.events(session).clear();
        call("Page.navigate", Map.of("url", address));
        settle();
    }

    /** Waits until everything on the page is drawn. */
    public void settle() throws InterruptedException {
        await("document.body?.dataset.drawn === 'all'");
    }

    /** Waits until an expression in the page is true. */
    public void await(String expression) throws InterruptedException {
        evaluate("new Promise(done => { const look = () => (" + expression
                + ") ? done() : setTimeout(look, 5); look(); })");
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

    /** Where the first element of a selector is. */
    public Box box(String selector) throws InterruptedException {
        JsonNode box = evaluate("(({x, y, width, height}) => ({x, y, width, height}))(" + element(selector)
                + ".getBoundingClientRect())");
        return new Box(
                box.get("x").asDouble(),
                box.get("y").asDouble(),
                box.get("width").asDouble(),
                box.get("height").asDouble());
    }

    /** Where the first element of a selector is, once it has been scrolled into sight. */
    private Box sighted(String selector) throws InterruptedException {
        evaluate(element(selector) + ".scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'})");
        return box(selector);
    }

    private static String element(String selector) {
        return "document.querySelector(" + Wire.JSON.writeValueAsString(selector) + ")";
    }

    /** Clicks the middle of an element with the mouse; what lies over it gets the click. */
    public void click(String selector) throws InterruptedException {
        Box box = sighted(selector);
        mouse("mouseMoved", box, 0);
        mouse("mousePressed", box, 1);
        mouse("mouseReleased", box, 1);
        settle();
    }

    /** Moves the mouse to the middle of an element. */
    public void hover(String selector) throws InterruptedException {
        mouse("mouseMoved", sighted(selector), 0);
    }

    /** Draws the mouse over the page with its button down, from the middle of an element. */
    public void drag(String selector, int right, int down) throws InterruptedException {
        Box from = sighted(selector);
        Box to = new Box(from.x() + right, from.y() + down, from.width(), from.height());
        mouse("mouseMoved", from, 0);
        mouse("mousePressed", from, 1);
        mouse("mouseMoved", to, 1);
        mouse("mouseReleased", to, 1);
        evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    private void mouse(String type, Box at, int clicks) throws InterruptedException {
        String button = clicks > 0 ? "left" : "none";
        call(
                "Input.dispatchMouseEvent",
                Map.of("type", type, "x", at.middleX(), "y", at.middleY(), "button", button, "clickCount", clicks));
    }

    /** Touches the middle of an element briefly; the browser makes a click of it soon after, which can be awaited. */
    public void tap(String selector) throws InterruptedException {
        Box box = sighted(selector);
        double now = System.currentTimeMillis() / 1e3; // said, for on a busy machine it would become a long press
        touch("touchStart", now, List.of(Map.of("x", box.middleX(), "y", box.middleY())));
        touch("touchEnd", now + 0.05, List.of());
        settle();
    }

    private void touch(String type, double seconds, List<Map<String, Double>> points) throws InterruptedException {
        call("Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", points, "timestamp", seconds));
    }

    /** Draws a finger over the page, from the middle of an element; the page scrolls with it if nothing holds it. */
    public void swipe(String selector, int right, int down) throws InterruptedException {
        Box box = box(selector);
        double now = System.currentTimeMillis() / 1e3;
        touch("touchStart", now, List.of(Map.of("x", box.middleX(), "y", box.middleY())));
        for (int i = 1; i <= SWIPE_MOVES; i++) {
            double part = (double) i / SWIPE_MOVES;
            Map<String, Double> finger = Map.of("x", box.middleX() + right * part, "y", box.middleY() + down * part);
            touch("touchMove", now + 0.02 * i, List.of(finger));
        }
        touch("touchEnd", now + 1, List.of()); // it had come to rest: the page does not glide on
        evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    /** Presses and releases a key, by its name in DOM: {@code Enter}, {@code ArrowLeft}, {@code Tab}, {@code a}. */
    public void press(String key) throws InterruptedException {
        Map<String, Object> event =
                new TreeMap<>(Map.of("type", "keyDown", "key", key, "windowsVirtualKeyCode", Keys.code(key)));
        String typed = Keys.text(key);
        if (!typed.isEmpty()) {
            event.put("text", typed);
        }
        call("Input.dispatchKeyEvent", event);
        event.remove("text");
        event.put("type", "keyUp");
        call("Input.dispatchKeyEvent", event);
    }

    /** Types a text where the focus is. */
    public void type(String text) throws InterruptedException {
        call("Input.insertText", Map.of("text", text));
    }

    /** Shows the page as on paper ({@code print}) or on a screen. */
    public void medium(String medium) throws InterruptedException {
        call("Emulation.setEmulatedMedia", Map.of("media", medium, "features", features()));
    }

    /** Answers a media query, {@code prefers-color-scheme} with {@code dark}; an empty value leaves it to the browser. */
    public void prefer(String feature, String value) throws InterruptedException {
        media.put(feature, value);
        call("Emulation.setEmulatedMedia", Map.of("features", features()));
    }

    private List<Map<String, String>> features() {
        List<Map<String, String>> features = new ArrayList<>();
        media.forEach((name, value) -> features.add(Map.of("name", name, "value", value)));
        return features;
    }

    /** A PNG of the visible part. */
    public byte[] screenshot() throws InterruptedException {
        return Base64.getDecoder()
                .decode(call("Page.captureScreenshot", Map.of()).get("data").asString());
    }

    /** Seconds for which the page has kept its processor busy. */
    public double busySeconds() throws InterruptedException {
        for (JsonNode metric : call("Performance.getMetrics", Map.of()).get("metrics")) {
            if (metric.get("name").asString().equals("TaskDuration")) {
                return metric.get("value").asDouble();
            }
        }
        throw new AssertionError("no such metric");
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
        return wire.events(session).stream()
                .filter(event -> event.path("method").asString().equals(method))
                .map(event -> event.get("params"))
                .toList();
    }

    /** Calls any method of the DevTools protocol for this tab. */
    public JsonNode call(String method, Map<String, ?> parameters) throws InterruptedException {
        return wire.call(session, method, parameters);
    }

    @Override
    public void close() {
        wire.tell("Target.disposeBrowserContext", Map.of("browserContextId", context));
        wire.forget(session);
    }
}
