package org.gridclear.market.gate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.gridclear.market.declaration.Declaration;
import org.gridclear.market.declaration.check.Objection;

/**
 * A declaration that was judged by itself, on its way to those before it.
 *
 * @param market to which it was sent
 * @param date for which; empty where there is none
 * @param member for which
 * @param unit of which
 * @param declared what is declared; empty where it could not be read
 * @param content its one text; "" where it could not be read
 * @param hash of its content
 * @param replaces the version that it says to replace
 * @param arrivedAt when it was received
 * @param preparedAt when the member's system made it
 * @param by account
 * @param parametersVersion by which it was judged
 * @param objections what it does not meet by itself
 */
record JudgedForm(
    String market,
    Optional<LocalDate> date,
    String member,
    String unit,
    Optional<Declaration> declared,
    String content,
    String hash,
    OptionalInt replaces,
    Instant arrivedAt,
    Optional<Instant> preparedAt,
    String by,
    int parametersVersion,
    List<Objection> objections) {
  JudgedForm {
    objections = List.copyOf(objections);
  }
}
