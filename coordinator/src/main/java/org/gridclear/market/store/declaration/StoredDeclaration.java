package org.gridclear.market.store.declaration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.gridclear.market.declaration.Slot;

/**
 * A version of a declaration that was accepted; it never changes.
 *
 * @param number its place in the order of acceptance, unique in the market folder
 * @param market such as {@code da}
 * @param date trading date
 * @param unit id of the unit
 * @param slot what it is in force for
 * @param version of the unit's declarations for date and slot, from 1
 * @param member whose it is
 * @param kind kind of declaration
 * @param content the declaration as it is hashed
 * @param hash SHA-256 of what is declared
 * @param arrivedAt when it was received
 * @param preparedAt when the member's system made it; empty where it did not say
 * @param madeBy account that sent it
 * @param parametersVersion version of the market's parameters by which it was judged
 * @param replaced number of the version that it replaced; empty for the first
 */
public record StoredDeclaration(
    long number,
    String market,
    LocalDate date,
    String unit,
    Slot slot,
    int version,
    String member,
    String kind,
    String content,
    String hash,
    Instant arrivedAt,
    Optional<Instant> preparedAt,
    String madeBy,
    int parametersVersion,
    OptionalLong replaced) {}
