package org.gridclear.io.declaration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.gridclear.market.declaration.Terms;
import org.gridclear.market.declaration.check.Objection;

/**
 * One declaration of a submission as it was read.
 *
 * @param unit id of the unit; "" where there is none
 * @param terms what is declared; empty where its kind could not be read
 * @param replaces the version that it says to replace, 0 for none; empty where it does not say
 * @param unread fields that could not be read
 * @param objections what is wrong with its form
 */
public record DeclarationForm(
    String unit,
    Optional<Terms> terms,
    OptionalInt replaces,
    Set<String> unread,
    List<Objection> objections) {
  public DeclarationForm {
    unread = Set.copyOf(unread);
    objections = List.copyOf(objections);
  }
}
