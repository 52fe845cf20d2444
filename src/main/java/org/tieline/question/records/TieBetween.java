package org.tieline.question.records;

import org.tieline.model.Organization;
import org.tieline.model.Tie;

/** A tie with its two ends. */
public record TieBetween(Tie tie, Organization from, Organization to) {}
