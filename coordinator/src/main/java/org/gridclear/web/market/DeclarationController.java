package org.gridclear.web.market;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.account.Right;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.gate.Answer;
import org.gridclear.market.gate.DeclarationDesk;
import org.gridclear.market.gate.Outcome;
import org.gridclear.market.gate.Submission;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Declarations of members. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class DeclarationController {
  private final ServedGate served;

  DeclarationController(ServedGate served) {
    this.served = served;
  }

  private DeclarationDesk desk() {
    return served.gate().desk();
  }

  /**
   * Declares for a date, JSON or CSV as docs/market.md shows it. 200: all of it is on disk; 207:
   * some of it, see each outcome; 422: none of it, and why.
   */
  @PostMapping(
      path = "/days/{date}/declarations",
      consumes = {"application/json", "text/csv"})
  @Needs(Right.DECLARE)
  ResponseEntity<Map<String, Object>> declare(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @RequestBody String body) {
    Answer answer =
        desk()
            .submit(
                Submission.read(
                    ServedGate.by(caller),
                    Optional.of(market),
                    Optional.of(date),
                    body.getBytes(StandardCharsets.UTF_8)));
    HttpStatus status =
        answer.isAccepted()
            ? HttpStatus.OK
            : answer.acceptedCount() > 0
                ? HttpStatus.MULTI_STATUS
                : HttpStatus.UNPROCESSABLE_CONTENT;
    return ResponseEntity.status(status).body(answer.fields());
  }

  /** Every version of the declarations for a date that the caller may see, by receipt. */
  @GetMapping("/days/{date}/declarations")
  @Needs({Right.DECLARE, Right.READ_OWN, Right.READ_DECLARATIONS})
  List<Map<String, Object>> list(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @RequestParam(defaultValue = "") String unit) {
    DayKey.market(market);
    return desk().list(ServedGate.by(caller), market, date).stream()
        .filter(each -> unit.isEmpty() || each.unit().equals(unit))
        .map(each -> Outcome.Receipt.of(each).fields())
        .toList();
  }
}
