package org.tieline.model;

/** Which generation of mobile technology a tie is about. */
public enum Generation implements Term {
    /** GSM, cdmaOne. */
    G2("2G"),

    /** UMTS, CDMA2000. */
    G3("3G"),

    /** LTE. */
    G4("4G"),

    /** NR. */
    G5("5G"),

    /** Not mobile: a fixed network. */
    FIXED("fixed");

    private final String text;

    Generation(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
