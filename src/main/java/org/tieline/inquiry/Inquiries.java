package org.tieline.inquiry;

/** What can be asked. */
public record Inquiries(Snapshots snapshots) {}
