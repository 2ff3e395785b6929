package org.converge4j.experiment;

import java.util.Optional;

/**
 * What is known about a problem without training: its size, and for Linear with mean squared error its floor.
 *
 * @param rows of the training set
 * @param features columns in
 * @param targets columns out
 * @param parameters of the network
 * @param dataHash SHA-256 over the training set's numbers
 * @param floor the least loss the problem allows, where it is known exactly
 */
public record ProblemFacts(
        int rows, int features, int targets, int parameters, String dataHash, Optional<Double> floor) {}
