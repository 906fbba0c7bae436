package org.gridclear.web.market.payment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.gridclear.settlement.exposure.LastStandingDay;
import org.gridclear.settlement.exposure.StandingDay;
import org.gridclear.web.study.CaseFolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The operating day that is read interval by interval; it is read again when its files change. */
@Component
class ServedDays {
  private final Path cases;
  private final LastStandingDay last = new LastStandingDay();

  ServedDays(CaseFolder cases) {
    this.cases = cases.path();
  }

  /**
   * A day of a settlement folder of the server.
   *
   * @throws ResponseStatusException 404 if there is no such folder
   */
  StandingDay of(String folder, LocalDate date) {
    Path path = cases.resolve(folder).normalize();
    if (!folder.matches("[\\w.-]+")
        || !path.startsWith(cases)
        || !Files.exists(path.resolve("settlement.yaml"))) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "There is no settlement folder " + folder + " here.");
    }
    return last.of(path, date);
  }
}
