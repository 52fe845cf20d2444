package org.tieline.question;

/** Where something is found alone. */
public record SelfLink(String self) {}
