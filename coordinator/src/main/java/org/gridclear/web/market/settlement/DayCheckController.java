package org.gridclear.web.market.settlement;

import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.settlement.register.DataStates;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checks of days are noted. */
@RestController
@RequestMapping("/api/v1/settlement")
class DayCheckController {
  private final ServedProcess served;

  DayCheckController(ServedProcess served) {
    this.served = served;
  }

  /** Notes the check of a day. */
  @PostMapping(path = "/days/{date}/check", consumes = "application/json")
  @Needs(Right.SETTLE)
  FoundDay checked(Caller caller, @PathVariable LocalDate date, @RequestBody FoundDay found) {
    if (found.check() == null || found.quality() == null) {
      throw new IllegalArgumentException("Give check and quality.");
    }
    DataStates.State state = new DataStates.State(found.check(), found.quality());
    return ServedProcess.asked(
        () -> {
          served
              .exchange()
              .checked(date, state, found.note() == null ? "" : found.note(), caller.name());
          return found;
        });
  }
}
