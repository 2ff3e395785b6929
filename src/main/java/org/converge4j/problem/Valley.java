package org.converge4j.problem;

/**
 * The loss of a linear network as the quadratic that it is: the floor and ½ (θ − θ*)ᵀ H (θ − θ*).
 *
 * @param hessian H, row by row, in DL4J's flat order
 * @param solution θ*, the least-squares solution that is nearest to 0
 */
public record Valley(double[] hessian, double[] solution) {}
