import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Steps of {@code Steps} in two versions of converge4j, in turn in one virtual machine: the ratio of their times. */
public final class Between {
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 120;
    private static final int VERSIONS = 2;

    private Between() {}

    /** Arguments: the state, the updater, which version comes first, the classes of this version, those of the older. */
    public static void main(String[] arguments) throws Exception {
        int steps = arguments[0].equals("Linear") ? 2000 : 60;
        int first = Integer.parseInt(arguments[2]);
        Stepper[] steppers = new Stepper[VERSIONS];
        for (int i = 0; i < VERSIONS; i++) {
            int version = (i + first) % VERSIONS;
            steppers[version] = new Stepper(Path.of(arguments[3 + version]), arguments[0], arguments[1]);
        }
        for (int round = 0; round < WARM_UP; round++) {
            for (Stepper stepper : steppers) {
                stepper.nanos(steps);
            }
        }
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long[] nanos = new long[VERSIONS];
            for (int i = 0; i < VERSIONS; i++) {
                int version = (i + round) % VERSIONS;
                nanos[version] = steppers[version].nanos(steps);
            }
            ratios[round] = (double) nanos[0] / nanos[1];
        }
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "%s %s: this version over the older, median of %d pairs %.3f (quartiles %.3f to %.3f)%n",
                arguments[0],
                arguments[1],
                ROUNDS,
                ratios[ROUNDS / 2],
                ratios[ROUNDS / 4],
                ratios[3 * ROUNDS / 4]);
    }

    /** A trainer of one version in the middle of its work. */
    private static final class Stepper {
        private final Object state;
        private final Method step;

        Stepper(Path version, String kind, String updater) throws Exception {
            URLClassLoader loader = new URLClassLoader(
                    new URL[] {version.toUri().toURL()}, Between.class.getClassLoader());
            Thread.currentThread().setContextClassLoader(loader); // where the catalog looks for what there is
            Class<?> type = loader.loadClass("org.converge4j.train.Steps$" + kind);
            state = type.getConstructor().newInstance();
            Field name = type.getField("updater");
            name.set(state, updater);
            Method begin = type.getSuperclass().getDeclaredMethod("begin");
            begin.setAccessible(true);
            begin.invoke(state);
            step = type.getSuperclass().getDeclaredMethod("step");
            step.setAccessible(true);
        }

        long nanos(int steps) throws Exception {
            long begin = System.nanoTime();
            for (int i = 0; i < steps; i++) {
                step.invoke(state);
            }
            return System.nanoTime() - begin;
        }
    }
}
