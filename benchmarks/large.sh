#!/bin/sh
# Prints what steps of large networks and looks at them cost: name, precision, ms a step of 64 rows, ms a look at 6,000 rows.
exec "$(dirname "$0")/java.sh" org.converge4j.train.Large "$(cd "$(dirname "$0")/../configs" && pwd)"
