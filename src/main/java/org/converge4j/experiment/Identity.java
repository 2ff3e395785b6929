package org.converge4j.experiment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.converge4j.experiment.training.Training;

/** What makes two runs the same run: a canonical text of all that decides their numbers, and its hash. */
final class Identity {
    /** Part of every identity: changed when the same specification begins to give other numbers. */
    private static final int NUMBERS_VERSION = 1;

    private static final int HEX_DIGITS = 20;

    private Identity() {}

    static String of(RunSpec run) {
        Trial trial = run.trial();
        Problem problem = trial.problem();
        Training training = trial.training();
        CommonSettings common = trial.common();
        Map<String, Object> all = new HashMap<>(Map.of(
                "numbers", NUMBERS_VERSION,
                "data", problem.data(),
                "network", problem.network(),
                "start", problem.start(),
                "updater", trial.updater(),
                "schedule", common.schedule(),
                "clip", common.clip().toString(),
                "decay", common.decay().toString(),
                "training", training.toString(),
                "seed", run.seed()));
        if (!common.around().isEmpty()) { // a run without keeps the identity it had before there was any
            all.put("around", common.around());
        }
        return hash(canonical(all));
    }

    private static String canonical(Object value) {
        if (value instanceof Map<?, ?> map) {
            TreeMap<String, String> sorted = new TreeMap<>();
            map.forEach((key, inner) -> sorted.put(quote(key.toString()), canonical(inner)));
            return sorted.toString();
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Identity::canonical).toList().toString();
        }
        if (value instanceof Choice choice) {
            return quote(choice.variant()) + canonical(choice.settings());
        }
        if (value instanceof SourceFile file) {
            return quote(file.sha256());
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : quote(value.toString());
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
