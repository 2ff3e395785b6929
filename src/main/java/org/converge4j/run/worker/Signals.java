package org.converge4j.run.worker;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * The signals of the operating system. Java has them in a class that compilers warn of ({@code sun.misc.Signal}), which is why it is
 * called by name.
 */
public final class Signals {
    /** The exit code of a process that a signal ended is this and the signal's number, as shells have it. */
    public static final int EXIT = 128;

    private Signals() {}

    /**
     * Has a signal handled, on a thread of its own each time it comes. One that the process was started to ignore, as {@code nohup}
     * does, stays ignored; one that the system does not know never comes.
     *
     * @param name without SIG
     * @return gives the signal back to whoever handled it before
     */
    public static Runnable handle(String name, Runnable handler) {
        try {
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            Object ours = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(),
                    new Class<?>[] {handlers},
                    (self, method, given) -> switch (method.getName()) {
                        case "handle" -> {
                            handler.run();
                            yield null;
                        }
                        case "equals" -> self == given[0];
                        case "hashCode" -> System.identityHashCode(self);
                        default -> "handler of " + name;
                    });
            Object before = set(name, ours);
            return () -> restore(name, before);
        } catch (ReflectiveOperationException unknown) {
            return () -> {};
        }
    }

    private static void restore(String name, Object handler) {
        try {
            set(name, handler);
        } catch (ReflectiveOperationException gone) {
            throw new IllegalStateException(gone); // it was there when it was taken
        }
    }

    private static Object set(String name, Object handler) throws ReflectiveOperationException {
        Class<?> signals = Class.forName("sun.misc.Signal");
        Class<?> handlers = Class.forName("sun.misc.SignalHandler");
        try {
            Object signal = signals.getConstructor(String.class).newInstance(name);
            return signals.getMethod("handle", signals, handlers).invoke(null, signal, handler);
        } catch (InvocationTargetException refused) { // Windows has no HUP
            throw new ReflectiveOperationException(refused);
        }
    }
}
