package org.tieline.graph;

public record Problem(String what, String where, String message) {}
