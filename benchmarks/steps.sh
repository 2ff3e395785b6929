#!/bin/sh
# Prints what a step of one replica costs in the trainers, beside plain loops.
exec "$(dirname "$0")/java.sh" org.converge4j.train.Steps
