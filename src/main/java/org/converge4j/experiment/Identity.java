package org.converge4j.experiment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What makes two runs of a trial the same run: a canonical text of all that decides their numbers, and its hash. */
final class Identity {
    /** Part of every identity: changed when the same specification begins to give other numbers. */
    private static final int NUMBERS_VERSION = 1;

    private static final int HEX_DIGITS = 20;

    /** Stands where the seed will; no canonical text holds it, for in texts every quotation mark has a backslash before it. */
    private static final String SEED = "\"\"seed\"\"";

    /** The hash of what stands before the seed, which goes on with the seed. */
    private final MessageDigest begun;

    private final String after;

    Identity(Trial trial) {
        Problem problem = trial.problem();
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
                "training", trial.training().toString(),
                "seed", Place.OF_SEED));
        if (!common.around().isEmpty()) { // a run without keeps the identity it had before there was any
            all.put("around", common.around());
        }
        String text = canonical(all);
        int seed = text.indexOf(SEED);
        this.begun = sha256();
        begun.update(text.substring(0, seed).getBytes(StandardCharsets.UTF_8));
        this.after = text.substring(seed + SEED.length());
    }

    /** That of a problem by itself. */
    static String of(Problem problem) {
        byte[] digest = sha256().digest(canonical(
                        Map.of("data", problem.data(), "network", problem.network(), "start", problem.start()))
                .getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, HEX_DIGITS / 2);
    }

    /** That of the run with a seed. */
    String of(long seed) {
        try {
            MessageDigest whole = (MessageDigest) begun.clone();
            byte[] digest = whole.digest((seed + after).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HEX_DIGITS / 2);
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError("Java's own SHA-256 can be copied", impossible);
        }
    }

    /** Where something stands that is not known yet. */
    private enum Place {
        OF_SEED
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
        if (value == Place.OF_SEED) {
            return SEED;
        }
        if (value instanceof SourceFile file) {
            return quote(file.sha256());
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : quote(value.toString());
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
