package org.tieline.restriction;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What bans look at in an exposure.
 *
 * @param country the carrier's country; null if it has no home
 * @param ownerCountries the countries of the organizations that own another one on the path that is shown
 * @param contacts the contact ties on any shortest path, by id
 */
public record ExposedCarrier(@Nullable String country, Set<String> ownerCountries, List<Contact> contacts) {}
