package org.converge4j.schedule;

import org.converge4j.catalog.ScheduleSettings;

/** A learning-rate schedule. */
@FunctionalInterface
public interface Schedule extends ScheduleSettings {
    /** The length of a schedule that never ends. */
    int ENDLESS = Integer.MAX_VALUE;

    /**
     * What the updater's learning rate is multiplied by.
     *
     * @param taken steps taken before this one, 0 for the first; torch.optim.lr_scheduler's {@code last_epoch}
     * @return at least 0
     */
    double factor(int taken);

    /** After how many steps the next schedule of a sequence takes over. */
    default int length() {
        return ENDLESS;
    }
}
