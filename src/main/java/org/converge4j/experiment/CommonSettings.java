package org.converge4j.experiment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be set for every updater alike, because it happens around the updater.
 *
 * @param schedule the learning-rate schedules that follow each other, empty for a constant rate
 * @param clip of the gradient
 * @param decay of the parameters
 * @param around what else is done around it, the first closest to the gradient
 */
public record CommonSettings(
        List<Choice> schedule,
        Clip clip,
        Decay decay,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Choice> around) {
    /** Schedule, clipping and decay alone. */
    public CommonSettings(List<Choice> schedule, Clip clip, Decay decay) {
        this(schedule, clip, decay, List.of());
    }

    /** A constant rate, no clipping, no decay. */
    public static final CommonSettings NONE = new CommonSettings(List.of(), Clip.NONE, Decay.NONE);

    public CommonSettings {
        requireNonNull(clip, "clip");
        requireNonNull(decay, "decay");
        clip = clip.kind() == Clip.Kind.NONE ? Clip.NONE : clip;
        decay = decay.kind() == Decay.Kind.NONE ? Decay.NONE : decay;
        schedule = List.copyOf(schedule);
        around = List.copyOf(around);
    }

    // Written out, for Java links a record's own at the first use, milliseconds each (docs/design/speed.md).
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof CommonSettings settings
                        && schedule.equals(settings.schedule)
                        && Objects.equals(clip, settings.clip)
                        && Objects.equals(decay, settings.decay)
                        && around.equals(settings.around));
    }

    @Override
    public int hashCode() {
        return 31 * schedule.hashCode() + around.hashCode();
    }
}
