package org.gridclear.cli.settlement.payment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridclear.json.Json;
import org.gridclear.settlement.payment.PaymentTerms;
import tools.jackson.core.JacksonException;

/** Terms of payments in a file, as {@code settle payment terms} shows them. */
final class TermsFile {
  private TermsFile() {}

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if the file has none
   */
  static PaymentTerms read(Path file) throws IOException {
    try {
      return Json.MAPPER.readValue(Files.readAllBytes(file), PaymentTerms.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "%s has no terms: %s. Give them as 'settle payment terms' shows them."
              .formatted(file, Json.firstLine(e.getMessage())),
          e);
    }
  }
}
