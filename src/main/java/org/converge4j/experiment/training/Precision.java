package org.converge4j.experiment.training;

/** Of the network's parameters, gradients and updater state. */
public enum Precision {
    /** 64 bits. */
    DOUBLE(Double.BYTES),
    /** 32 bits. */
    FLOAT(Float.BYTES);

    private final int bytes;

    Precision(int bytes) {
        this.bytes = bytes;
    }

    /** Of one number. */
    public int bytes() {
        return bytes;
    }
}
