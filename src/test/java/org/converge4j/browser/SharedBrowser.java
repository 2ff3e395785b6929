package org.converge4j.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** One browser for all tests of a process, whatever their class, started when the first asks and closed after the last. */
final class SharedBrowser extends TypeBasedParameterResolver<Browser> implements ExecutionCondition {
    /** Closed by JUnit with the store that holds it. */
    private record Shared(Optional<Browser> browser) implements AutoCloseable {
        static Shared start() {
            try {
                return new Shared(BrowserChoice.start());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        @Override
        public void close() {
            browser.ifPresent(Browser::close);
        }
    }

    private static Optional<Browser> browser(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(SharedBrowser.class))
                .computeIfAbsent(Shared.class, key -> Shared.start(), Shared.class)
                .browser();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return browser(context).isPresent()
                ? ConditionEvaluationResult.enabled("there is a browser")
                : ConditionEvaluationResult.disabled("there is no browser");
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return browser(context).orElseThrow();
    }
}
