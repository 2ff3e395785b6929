package org.converge4j.train.dense;

/**
 * Rows for every replica of a stack.
 *
 * @param x features: if shared, row by row from {@code at} on, the same for all replicas; otherwise value by value with the
 *     replicas side by side
 * @param shared whether all replicas see the same rows
 * @param at where the shared features begin; 0 otherwise
 * @param y targets, value by value with the replicas side by side
 * @param count how many rows
 * @param <A> {@code double[]} or {@code float[]}
 */
public record Rows<A>(A x, boolean shared, int at, A y, int count) {}
