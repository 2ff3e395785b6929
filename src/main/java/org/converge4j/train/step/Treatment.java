package org.converge4j.train.step;

import java.util.List;
import org.converge4j.catalog.Catalog;
import org.converge4j.experiment.Clip;
import org.converge4j.experiment.CommonSettings;
import org.converge4j.experiment.Decay;
import org.converge4j.schedule.Model;
import org.converge4j.schedule.Schedule;
import org.converge4j.schedule.Sequence;
import org.converge4j.updater.Around;

/**
 * What is done around an updater, ready to be done.
 *
 * @param schedule the factor on its rate
 * @param clip of the gradient it is given
 * @param decay of the parameters, besides any that belongs to the updater
 * @param around what else is done around it, the first closest to the gradient
 */
public record Treatment(Sequence schedule, Clip clip, Decay decay, List<Around> around) {
    public Treatment {
        around = List.copyOf(around);
    }

    /** A treatment by schedule, clipping and decay alone. */
    public Treatment(Sequence schedule, Clip clip, Decay decay) {
        this(schedule, clip, decay, List.of());
    }

    /** The updater works alone. */
    public static final Treatment NONE = new Treatment(new Sequence(List.of()), Clip.NONE, Decay.NONE);

    /** The treatment that a trial's settings ask for. */
    public static Treatment of(CommonSettings common, Catalog catalog) {
        List<Schedule> parts = common.schedule().stream()
                .map(choice -> (Schedule) catalog.schedule(choice.variant(), choice.settings()))
                .toList();
        List<Around> around = common.around().stream()
                .map(choice -> (Around) catalog.around(choice.variant(), choice.settings()))
                .toList();
        return new Treatment(new Sequence(parts), common.clip(), common.decay(), around);
    }

    /** The same with another schedule in the place of the model's. */
    Treatment following(Schedule ofModel) {
        List<Schedule> parts = schedule.parts().stream()
                .map(part -> part instanceof Model ? ofModel : part)
                .toList();
        return new Treatment(new Sequence(parts), clip, decay, around);
    }

    /** Whether it follows the model's schedule. */
    boolean followsModel() {
        return schedule.parts().stream().anyMatch(Model.class::isInstance);
    }

    /** The decay to apply, given the updater's own; never both. */
    public Decay with(Decay own) {
        if (own.kind() != Decay.Kind.NONE && decay.kind() != Decay.Kind.NONE) {
            throw new IllegalArgumentException(
                    "expected one decay, found the updater's own, by " + own.rate() + ", and the experiment's");
        }
        return own.kind() == Decay.Kind.NONE ? decay : own;
    }
}
