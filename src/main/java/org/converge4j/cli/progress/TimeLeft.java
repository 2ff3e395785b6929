package org.converge4j.cli.progress;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.converge4j.experiment.Trial;
import org.converge4j.run.engine.Advance;
import org.converge4j.run.plan.Afterwards;
import org.converge4j.run.plan.Ahead;
import org.converge4j.run.plan.Batch;

/**
 * How long training will still take, with what follows it. Each kind of step (of a problem and an updater) has a cost of its own,
 * as its workers have lately shown it, so that neither slow first steps nor cheap first problems mislead; kinds that nobody has begun are put at what
 * was expected of them, times how far that was off for the others, and so are, more and more by their own, kinds that have just begun. Of batches that nobody has begun, as many steps will not be needed
 * as of those before them. What is left is shared by as many workers as have lately been busy.
 */
final class TimeLeft {
    /** How fast the past is forgotten, in nanoseconds, at first: a virtual machine gets faster for some seconds. */
    private static final double MEMORY = 2e9;

    /**
     * The same as a part of the past, once that is more: a run ends with a look at all rows, and may take many seconds until then.
     * With these, LeNet's time left no longer rises ninefold with each such look.
     */
    private static final double MEMORY_OF_STEPS = 0.5;

    private static final double MEMORY_OF_WORKERS = 0.25;

    /** How long the steps of a kind speak less for it than those of others: each kind has code of its own that has to get faster. */
    private static final double BEGINNING = 10e9;

    /** Of a worker's time, or of all steps, before which nothing is said: first steps load classes. */
    private static final double LEAST = 10e9;

    private static final double LEAST_SHARE = 0.05;

    private final LongSupplier clock;
    private final Map<List<String>, Kind> kinds = new HashMap<>();
    private Afterwards afterwards = Afterwards.NONE;
    private double planned;
    private double done;
    private double workerNanos;
    private double busy;
    private double passed;
    private double recently;
    private long first;
    private long last;

    /** @param clock in nanoseconds */
    TimeLeft(LongSupplier clock) {
        this.clock = clock;
    }

    void start(List<Ahead> runs, Afterwards then) {
        first = clock.getAsLong();
        last = first;
        afterwards = then;
        planned = runs.stream().mapToLong(Ahead::steps).sum();
        runs.forEach(run -> kind(run.trial()).expect(run.steps(), run.micros() * 1000));
    }

    void advance(Advance advance) {
        Kind kind = kind(advance.batch().runs().get(0).trial());
        kind.advance(advance);
        if (workerNanos == 0) { // until then workers started
            last = Math.max(first, clock.getAsLong() - advance.nanos());
            first = last;
        }
        done += advance.steps();
        workerNanos += advance.nanos();
        pass();
        busy += advance.nanos();
        recently += advance.early() ? 0 : advance.steps();
    }

    /** Steps a second that were lately taken, by all workers together. */
    double rate() {
        return passed == 0 ? 0 : recently / passed * 1e9;
    }

    /** Nothing before there is something to go by. */
    Optional<Duration> left() {
        double known = kinds.values().stream().mapToDouble(kind -> kind.nanos).sum();
        if (known == 0 || (done < LEAST_SHARE * planned && workerNanos < LEAST)) {
            return Optional.empty();
        }
        double expected =
                kinds.values().stream().mapToDouble(Kind::expectedNanos).sum();
        double over = Kind.over(kinds.values().stream()
                .flatMap(kind -> kind.batches.values().stream())
                .toList());
        double work = kinds.values().stream()
                .mapToDouble(kind -> {
                    double others = expected - kind.expectedNanos();
                    return kind.left(others > 0 ? (known - kind.nanos) / others : 0, over);
                })
                .sum();
        double workers = busy / passed;
        long sinceLast = clock.getAsLong() - last; // its news are on their way
        double measuring = afterwards.fixed().toNanos() + afterwards.share() * (workerNanos + work);
        return Optional.of(Duration.ofNanos((long) (Math.max(0, work / workers - sinceLast) + measuring)));
    }

    private Kind kind(Trial trial) {
        return kinds.computeIfAbsent(
                List.of(trial.problem().name(), trial.updater().variant()), kind -> new Kind());
    }

    private void pass() {
        long now = clock.getAsLong();
        double faded = Math.exp((last - now) / Math.max(MEMORY, MEMORY_OF_WORKERS * (now - first)));
        busy *= faded;
        recently *= faded;
        passed = passed * faded + (now - last);
        last = now;
    }

    /** The steps of a problem under an updater. */
    private static final class Kind {
        private final IdentityHashMap<Batch, Begun> batches = new IdentityHashMap<>();
        private int runs;
        private double planned;
        private double expected;
        private double ahead;
        private double steps;
        private double nanos;
        private double seen;

        void expect(long count, double nanosEach) {
            runs++;
            planned += count;
            ahead += count;
            expected += count * nanosEach;
        }

        void advance(Advance advance) {
            ahead -= advance.steps();
            double whole =
                    runs == 0 ? 0 : planned / runs * advance.batch().runs().size();
            Begun batch = batches.computeIfAbsent(advance.batch(), first -> new Begun(whole));
            boolean begins = batch.left == batch.whole;
            batch.left -= advance.steps();
            if (advance.early()) {
                batch.over += advance.steps(); // nearly all of them: they say nothing about what a step costs
            } else if (!begins || batch.isDone()) { // a batch's first steps wait for rows and classes, as no others do
                double faded = Math.exp(-advance.nanos() / Math.max(MEMORY, MEMORY_OF_STEPS * seen));
                steps = steps * faded + advance.steps();
                nanos = nanos * faded + advance.nanos();
                seen += advance.nanos();
            }
        }

        /** What the steps that were learnt from were expected to take. */
        double expectedNanos() {
            return planned == 0 ? 0 : steps * expected / planned;
        }

        /**
         * Of a worker's time, in nanoseconds.
         *
         * @param off how many times what is expected a step really takes, elsewhere; 0 where there is nothing else
         * @param over which part of the steps of a batch is not needed, of all kinds
         */
        double left(double off, double over) {
            double elsewhere = planned == 0 ? 0 : off * expected / planned;
            double own = steps == 0 ? 0 : elsewhere == 0 ? 1 : -Math.expm1(-seen / BEGINNING);
            double each = own == 0 ? elsewhere : own * nanos / steps + (1 - own) * elsewhere;
            double part = batches.values().stream().anyMatch(Begun::isDone)
                    ? over(batches.values())
                    : Math.max(over(batches.values()), (1 - through() * through()) * over);
            double inOpen = batches.values().stream().mapToDouble(Begun::left).sum();
            double needed = batches.values().stream()
                    .mapToDouble(batch -> batch.needed(part))
                    .sum();
            return each * (Math.min(needed, Math.max(0, ahead)) + Math.max(0, ahead - inOpen) * (1 - part));
        }

        private double through() {
            return batches.values().stream()
                    .mapToDouble(Begun::through)
                    .average()
                    .orElse(0);
        }

        /** The part of the steps that was not needed: of batches that are done or, before any is, of those that are begun. */
        static double over(Collection<Begun> batches) {
            boolean anyDone = batches.stream().anyMatch(Begun::isDone);
            double whole = 0;
            double over = 0;
            for (Begun batch : batches) {
                if (!anyDone || batch.isDone()) {
                    whole += batch.whole;
                    over += batch.over;
                }
            }
            return whole == 0 ? 0 : Math.min(1, over / whole);
        }
    }

    /** A batch that a worker has begun. */
    private static final class Begun {
        private final double whole;
        private double left;
        private double over;

        Begun(double whole) {
            this.whole = whole;
            this.left = whole;
        }

        boolean isDone() {
            return left <= 0;
        }

        double left() {
            return Math.max(0, left);
        }

        /** How much of what it needs is done. */
        double through() {
            double needed = whole - over;
            return needed <= 0 ? 1 : Math.min(1, 1 - left() / needed);
        }

        /** What it still needs, if it turns out to need as little as others; the further it is, the less likely. */
        double needed(double part) {
            double still = Math.max(0, part * whole - over) * (1 - through() * through());
            return Math.max(0, left() - still);
        }
    }
}
