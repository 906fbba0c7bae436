package org.gridclear.market.gate;

import java.time.LocalDate;
import java.util.Optional;
import org.gridclear.io.declaration.DeclarationReader;
import org.gridclear.io.declaration.SubmittedForms;

/**
 * What a declarant sends.
 *
 * @param by who sends it
 * @param market to which it is sent; empty where the file alone says
 * @param date for which it is sent; empty where the file alone says
 * @param forms what was read
 */
public record Submission(
    Declarant by, Optional<String> market, Optional<LocalDate> date, SubmittedForms forms) {
  /**
   * A submission as it is sent, JSON or CSV.
   *
   * @throws org.gridclear.validate.InvalidInputException if it cannot be read
   */
  public static Submission read(
      Declarant by, Optional<String> market, Optional<LocalDate> date, byte[] content) {
    return new Submission(by, market, date, DeclarationReader.read(content));
  }
}
