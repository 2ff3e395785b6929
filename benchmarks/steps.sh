#!/bin/sh
# Prints what a step of one replica costs in the trainers, beside plain loops: µs a replica-step, and of it ("cpu") µs of
# processor time of the whole process. Arguments are JMH's, such as -p updater=adam, or -h.
exec "$(dirname "$0")/java.sh" org.openjdk.jmh.Main -prof org.converge4j.train.ProcessorTime "$@"
