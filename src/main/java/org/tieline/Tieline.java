package org.tieline;

/** The command line. */
public final class Tieline {
    private Tieline() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {}
}
