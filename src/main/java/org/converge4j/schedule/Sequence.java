package org.converge4j.schedule;

import java.util.List;

/**
 * Schedules one after the other, each counting its own steps from 0; the last one stays. PyTorch's {@code SequentialLR} with
 * the lengths as milestones.
 *
 * @param parts in their order, at least one
 */
public record Sequence(List<Schedule> parts) {
    public Sequence {
        parts = parts.isEmpty() ? List.of(new Constant()) : List.copyOf(parts);
    }

    /** The factor after so many steps of the whole sequence. */
    public double factor(int taken) {
        int own = taken;
        for (Schedule part : parts.subList(0, parts.size() - 1)) {
            if (own < part.length()) {
                return part.factor(own);
            }
            own -= part.length();
        }
        return parts.get(parts.size() - 1).factor(own);
    }
}
