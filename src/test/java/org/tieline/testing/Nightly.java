package org.tieline.testing;

/** How much a test tries: enough to see what broke in each build, and all that it can with {@code -Dnightly=true}. */
public final class Nightly {
    private static final boolean NIGHT = Boolean.getBoolean("nightly");

    private Nightly() {}

    /** One number in each build and another every night. */
    public static int or(int inEachBuild, int everyNight) {
        return NIGHT ? everyNight : inEachBuild;
    }
}
