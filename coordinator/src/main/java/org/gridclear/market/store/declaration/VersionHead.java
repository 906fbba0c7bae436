package org.gridclear.market.store.declaration;

import java.time.Instant;
import java.util.Optional;

/**
 * What a later version has to know of one before it.
 *
 * @param number number of its receipt
 * @param version its number among those of unit, date and slot
 * @param kind kind of declaration
 * @param hash SHA-256 of what is declared
 * @param preparedAt when the member's system made it; empty where it did not say
 */
public record VersionHead(
    long number, int version, String kind, String hash, Optional<Instant> preparedAt) {}
