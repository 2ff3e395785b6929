package org.converge4j.run.spark;

import org.converge4j.run.worker.WorkerHome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.converge4j.run.engine.Engine;
import org.converge4j.run.plan.Execution;
import org.converge4j.run.engine.Progress;
import org.converge4j.run.worker.RefusedException;

/** How a driver comes to its cluster. */
final class Connection {
    /** Registering takes two seconds; a standalone master of another version never answers. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** For a resource manager that is not there; one that is may queue us for as long as it likes. */
    private static final String YARN_PATIENCE = "spark.hadoop.yarn.resourcemanager.connect.max-wait.ms";

    private static final Duration FIRST_EXECUTOR = Duration.ofSeconds(15);
    private static final Duration OTHER_EXECUTORS = Duration.ofSeconds(1);
    private static final long LOOK_MILLIS = 100;

    private Connection() {}

    /**
     * An engine on a cluster.
     *
     * @param here what workers of this machine find
     * @throws RefusedException if its master does not take us
     */
    static Engine open(Master master, Execution how, WorkerHome here, Progress progress) throws InterruptedException {
        master.check();
        if (!master.isLocal() && !master.isStandalone()) {
            progress.phase("waiting to be let in by " + master);
        }
        JavaSparkContext context = register(master, configuration(master));
        if (!master.isLocal() && !hasExecutor(context)) {
            progress.phase("waiting for an executor of " + master);
        }
        int width = how.jobs().orElse(Math.max(1, context.defaultParallelism()));
        Baggage baggage = master.isLocal() ? new NoBaggage(here) : new PackedBaggage(new Libraries(here));
        return new SparkEngine(context, width, baggage, how.patience());
    }

    private static JavaSparkContext register(Master master, SparkConf configuration) throws InterruptedException {
        CompletableFuture<JavaSparkContext> context = new CompletableFuture<>();
        Thread starter = new Thread(() -> start(configuration, context), "spark");
        starter.setDaemon(true);
        starter.start();
        try {
            return master.isStandalone() ? context.get(LONGEST.toSeconds(), TimeUnit.SECONDS) : context.get();
        } catch (TimeoutException silent) {
            throw new RefusedException(refusal(master, "it has not answered for " + LONGEST.toSeconds() + " s"));
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof NoClassDefFoundError missing) {
                throw missing;
            }
            throw new RefusedException(refusal(master, Lost.why(failure.getCause())));
        }
    }

    private static void start(SparkConf configuration, CompletableFuture<JavaSparkContext> context) {
        try {
            context.complete(new JavaSparkContext(configuration));
        } catch (Exception | Error failure) { // Spark's may be checked, but are not declared
            context.completeExceptionally(failure);
        }
    }

    private static String refusal(Master master, String why) {
        String version = org.apache.spark.package$.MODULE$.SPARK_VERSION();
        return "--master: " + master + " does not take us: " + why
                + (master.isStandalone() ? "; we speak Spark " + version + ", and so must it." : "");
    }

    /** What Spark's own settings do not say. */
    private static SparkConf configuration(Master master) {
        SparkConf configuration = new SparkConf()
                .setIfMissing("spark.app.name", "converge4j")
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.ui.showConsoleProgress", "false")
                .setIfMissing("spark.task.maxFailures", "2")
                .setIfMissing(YARN_PATIENCE, Long.toString(LONGEST.toMillis()))
                .setMaster(master.url());
        if (master.isLocal()) {
            configuration.setIfMissing("spark.driver.host", "127.0.0.1");
            configuration.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        } else {
            configuration.setIfMissing("spark.jars", Libraries.jar().toUri().toString());
        }
        return configuration;
    }

    /** Waits for executors for a while; whether there is one. */
    private static boolean hasExecutor(JavaSparkContext context) throws InterruptedException {
        long end = System.nanoTime() + FIRST_EXECUTOR.toNanos();
        while (executors(context) == 0) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        Thread.sleep(OTHER_EXECUTORS.toMillis());
        return true;
    }

    private static int executors(JavaSparkContext context) {
        return context.sc().statusTracker().getExecutorInfos().length - 1; // the driver is listed as one
    }
}
