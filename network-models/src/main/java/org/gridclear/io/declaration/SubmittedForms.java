package org.gridclear.io.declaration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.declaration.check.Objection;

/**
 * A submission as it was read: what a member declares for a date of a market.
 *
 * @param market such as {@code da}; empty where the file does not say
 * @param date trading date; empty where the file does not say
 * @param member whose declarations they are; "" where it could not be read
 * @param preparedAt when the member's system made them; empty where it does not say
 * @param forms the declarations
 * @param objections what is wrong with the submission as a whole
 */
public record SubmittedForms(
    Optional<String> market,
    Optional<LocalDate> date,
    String member,
    Optional<Instant> preparedAt,
    List<DeclarationForm> forms,
    List<Objection> objections) {
  public SubmittedForms {
    forms = List.copyOf(forms);
    objections = List.copyOf(objections);
  }
}
