package org.converge4j.analysis.statistics;

/** How far apart two scores are said to be; of both scores the less is the better. */
public enum Scale {
    /** How many times the one the other is: for losses, excesses, steps and times. Compared as logarithms. */
    RATIO {
        @Override
        public double difference(double one, double other) {
            return one == other ? 0 : Math.log(other) - Math.log(one);
        }

        @Override
        double shown(double difference) {
            return Math.exp(difference);
        }

        @Override
        public double margin(double alike) {
            return Math.log1p(alike);
        }
    },
    /** How much more the other is: for shares of rows, of which none may be wrong. */
    DIFFERENCE {
        @Override
        public double difference(double one, double other) {
            return one == other ? 0 : other - one;
        }

        @Override
        double shown(double difference) {
            return difference;
        }

        @Override
        public double margin(double alike) {
            return alike;
        }
    };

    /** Other's score from one's, as it is tested: above 0 where one is better; two failures are equal. */
    public abstract double difference(double one, double other);

    /** What is tested as people read it. */
    abstract double shown(double difference);

    /** The largest difference of no interest, as it is tested. */
    public abstract double margin(double alike);

    /** An interval as people read it. */
    public Interval shown(Interval differences) {
        return new Interval(shown(differences.low()), shown(differences.high()));
    }
}
