#!/bin/sh
# Prints what a step of 784-128-10 costs in the training loop, beside a bare loop of DL4J's fit.
JAVA_OPTIONS=-Xmx4g exec "$(dirname "$0")/java.sh" org.converge4j.train.Fit
