package org.tieline.graph.element;

/** Nodes of one kind, among which an id stands for one alone. */
public enum NodeGroup {
    ORGANIZATION("Organization"),
    COUNTRY("Country"),
    SOURCE("Source"),
    BAN("Ban"),
    IDENTIFIER("Identifier"),
    COUNT("Count");

    private final String label;

    NodeGroup(String label) {
        this.label = label;
    }

    /** The label that all of them have. */
    public String label() {
        return label;
    }
}
