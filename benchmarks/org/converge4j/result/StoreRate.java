package org.converge4j.result;

import org.converge4j.result.store.RecordStore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How many records a second one process can store, by threads at once: each is a file, forced to disk. */
public final class StoreRate {
    private static final int RECORDS = 1600;
    private static final int BYTES = 3000;

    private StoreRate() {}

    /**
     * @param arguments a folder on the disk to be measured; a subfolder of it is used and left empty
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "store");
        RecordStore store = new RecordStore(folder);
        store.prepare();
        String record = "x".repeat(BYTES);
        for (int threads : new int[] {1, 1, 4, 16, 64}) {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            long begin = System.nanoTime();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < RECORDS; i++) {
                String id = "%06d".formatted(i);
                all.add(pool.submit(() -> store.write(id, record)));
            }
            for (Future<?> one : all) {
                one.get();
            }
            pool.shutdown();
            System.out.printf("%2d threads: %.0f records a second%n", threads, RECORDS / ((System.nanoTime() - begin) / 1e9));
        }
        for (int i = 0; i < RECORDS; i++) {
            Files.delete(folder.resolve("runs/%06d.json".formatted(i)));
        }
    }
}
