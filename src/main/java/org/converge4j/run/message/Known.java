package org.converge4j.run.message;

import java.util.List;
import org.converge4j.experiment.ProblemFacts;

/**
 * What is known of a problem once it is loaded.
 *
 * @param facts sizes, hash, floor
 * @param understood what was made of its files, in lines for the user
 * @param noSchedule why no trial can follow the model's own schedule; empty if one can
 */
public record Known(ProblemFacts facts, List<String> understood, String noSchedule) {}
