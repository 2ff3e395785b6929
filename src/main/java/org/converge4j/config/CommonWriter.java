package org.converge4j.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.converge4j.catalog.Parameter;
import org.converge4j.experiment.Choice;
import org.converge4j.experiment.Clip;
import org.converge4j.experiment.CommonSettings;
import org.converge4j.experiment.Decay;

/** Writes schedule, clip, decay and what else is around as {@link CommonReader} reads them. */
final class CommonWriter {
    private CommonWriter() {}

    static Map<String, Object> write(CommonSettings common) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("schedule", schedule(common.schedule()));
        written.put("clip", clip(common.clip()));
        written.put("decay", decay(common.decay()));
        if (!common.around().isEmpty()) {
            written.put("around", parts(common.around()));
        }
        return written;
    }

    private static Object schedule(List<Choice> parts) {
        return parts.isEmpty() ? "constant" : parts(parts);
    }

    private static List<Map<String, Map<String, Object>>> parts(List<Choice> parts) {
        return parts.stream()
                .map(part -> Map.of(part.variant(), part.settings()))
                .toList();
    }

    private static Object clip(Clip clip) {
        return clip.kind() == Clip.Kind.NONE ? "none" : Map.of(Parameter.spelled(clip.kind()), clip.limit());
    }

    private static Object decay(Decay decay) {
        return decay.kind() == Decay.Kind.NONE ? "none" : Map.of(Parameter.spelled(decay.kind()), decay.rate());
    }
}
