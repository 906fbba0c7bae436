package org.gridclear.web.market.settlement;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.gridclear.account.Right;
import org.gridclear.settlement.process.ProcessCalendar;
import org.gridclear.settlement.process.ProcessTables;
import org.gridclear.settlement.register.DataStates;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the settlement team does: acts are proposed by one account and decided by another. */
@RestController
@RequestMapping("/api/v1/settlement")
class SettlementController {
  private final ServedProcess served;

  SettlementController(ServedProcess served) {
    this.served = served;
  }

  /** What is due in a month, what is late and whose it is. */
  @GetMapping("/calendar")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> calendar(
      Caller caller,
      @RequestParam YearMonth month,
      @RequestParam(defaultValue = "false") boolean fixedWeeks,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        ProcessTables.calendar(
            ProcessCalendar.of(served.process(), month, fixedWeeks), served.clock()),
        format);
  }

  /**
   * What was found of a day.
   *
   * @param check PASSED or FAILED
   * @param quality QUALIFIED, TO_BE_VERIFIED or UNQUALIFIED
   * @param note what was found
   */
  record Found(
      DataStates.@Nullable Check check,
      DataStates.@Nullable Quality quality,
      @Nullable String note) {}

  /** Notes the check of a day. */
  @PostMapping(path = "/days/{date}/check", consumes = "application/json")
  @Needs(Right.SETTLE)
  Found checked(Caller caller, @PathVariable LocalDate date, @RequestBody Found found) {
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
