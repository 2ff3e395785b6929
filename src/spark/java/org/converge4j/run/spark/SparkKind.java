package org.converge4j.run.spark;

import java.util.List;
import org.converge4j.run.engine.Engine;
import org.converge4j.run.engine.EngineKind;
import org.converge4j.run.plan.Execution;
import org.converge4j.run.engine.Progress;
import org.converge4j.run.worker.RefusedException;
import org.converge4j.run.worker.WorkerPool;

/** {@code --on spark}. */
public final class SparkKind implements EngineKind {
    /** Spark tells of what goes wrong in many lines; users get ours, one at a time, unless they ask for those. */
    private static final List<String> TALKATIVE = List.of("org.apache.spark", "org.apache.hadoop", "org.sparkproject", "io.netty");

    private static final String LEVEL = "org.slf4j.simpleLogger.log.";

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public Engine open(Execution how, WorkerPool here, Progress progress) throws InterruptedException {
        TALKATIVE.stream()
                .filter(name -> System.getProperty(LEVEL + name) == null)
                .forEach(name -> System.setProperty(LEVEL + name, "off"));
        Master master = Master.of(how.place().master());
        progress.phase("starting on " + master);
        try {
            return Connection.open(master, how, here.home(), progress);
        } catch (NoClassDefFoundError missing) {
            throw new RefusedException("--on spark: Spark's classes are not on the class path (" + missing.getMessage()
                    + "); set SPARK_HOME, or build once with: mvn -Pspark -Dmaven.test.skip=true package");
        }
    }
}
