package org.gridclear.web.market;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.gridclear.account.Right;
import org.gridclear.market.approval.ApprovalTables;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.DayApproval.Standing;
import org.gridclear.market.approval.DayApproval.Wanted;
import org.gridclear.market.approval.DayHistory;
import org.gridclear.market.approval.FreeMeasures;
import org.gridclear.market.approval.Transition;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.approval.VersionState;
import org.gridclear.market.day.DayKey;
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

/** States and approval of versions of days, for whoever operates the market and who approves. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class ApprovalController {
  private final ServedApproval approval;

  ApprovalController(ServedApproval approval) {
    this.approval = approval;
  }

  /** Why a step is done. */
  record Reason(@Nullable String reason) {
    private String text() {
      return reason == null ? "" : reason;
    }
  }

  /**
   * A version and what became of it.
   *
   * @param version its number
   * @param state its state
   * @param madeBy who made it
   * @param madeAt when
   * @param alarms what somebody must know before it is used
   * @param transitions how it came there
   */
  record State(
      int version,
      VersionState state,
      String madeBy,
      OffsetDateTime madeAt,
      List<String> alarms,
      List<Transition> transitions) {
    private static State of(Standing standing) {
      return new State(
          standing.version().version(),
          standing.state(),
          standing.version().made().by(),
          standing.version().made().at(),
          standing.version().alarms(),
          standing.transitions());
    }
  }

  private static VersionId id(String market, LocalDate date, int cycle, int version) {
    return new VersionId(new DayKey(DayKey.market(market), date, cycle), version);
  }

  private Transition step(
      Caller caller,
      VersionId version,
      Reason reason,
      BiFunction<DayApproval, Wanted, Transition> step) {
    Wanted wanted = new Wanted(version, caller.name(), reason.text());
    return ServedApproval.asked(() -> step.apply(approval.open(), wanted));
  }

  /** Versions from one trading date to another, and what became of each. */
  @GetMapping("/states")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  ResponseEntity<byte[]> states(
      @PathVariable String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        ApprovalTables.states(
            approval.open().standings(DayKey.market(market), from, to),
            approval.folder().facts().zone()),
        format);
  }

  /** All that happened to a trading date. */
  @GetMapping("/days/{date}/history")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  ResponseEntity<byte[]> history(
      @PathVariable String market,
      @PathVariable LocalDate date,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        ApprovalTables.history(
            new DayHistory(approval.folder(), List.of(approval.anomalies()))
                .of(DayKey.market(market), date),
            approval.folder().facts().zone()),
        format);
  }

  /** A version and how it came to its state. */
  @GetMapping("/days/{date}/versions/{version}/state")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  State state(
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable int version,
      @RequestParam(defaultValue = "0") int cycle) {
    return State.of(
        ServedApproval.asked(() -> approval.open().standing(id(market, date, cycle, version))));
  }

  /** The caller has looked at a version. */
  @PostMapping("/days/{date}/versions/{version}/state/check")
  @Needs(Right.OPERATE_MARKET)
  Transition check(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable int version,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestBody Reason reason) {
    return step(caller, id(market, date, cycle, version), reason, DayApproval::check);
  }

  /** A version is to be approved by another account. */
  @PostMapping("/days/{date}/versions/{version}/state/submit")
  @Needs(Right.OPERATE_MARKET)
  Transition submit(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable int version,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestBody Reason reason) {
    return step(caller, id(market, date, cycle, version), reason, DayApproval::submit);
  }

  /** A version that others have made and submitted is in force from now on. */
  @PostMapping("/days/{date}/versions/{version}/state/approve")
  @Needs(Right.APPROVE_DAY)
  Transition approve(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable int version,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestBody Reason reason) {
    return step(caller, id(market, date, cycle, version), reason, DayApproval::approve);
  }

  /** A version that others have made and submitted is not to be used. */
  @PostMapping("/days/{date}/versions/{version}/state/reject")
  @Needs(Right.APPROVE_DAY)
  Transition reject(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable int version,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestBody Reason reason) {
    return step(caller, id(market, date, cycle, version), reason, DayApproval::reject);
  }

  /** A version is no longer in force. */
  @PostMapping("/days/{date}/versions/{version}/state/withdraw")
  @Needs(Right.APPROVE_DAY)
  Transition withdraw(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable int version,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestBody Reason reason) {
    return step(caller, id(market, date, cycle, version), reason, DayApproval::withdraw);
  }

  /** What was done, and papers in base64 by name. */
  record Measure(@Nullable String words, @Nullable Map<String, byte[]> attachments) {}

  /** Its number among those of the run of the day. */
  record Taken(int measure) {}

  /** Records a measure in words that belongs to a version and changes no result. */
  @PostMapping("/days/{date}/versions/{version}/measures")
  @Needs(Right.OPERATE_MARKET)
  Taken measure(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable int version,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestBody Measure measure) {
    FreeMeasures measures = new FreeMeasures(approval.folder(), Clock.systemUTC());
    return new Taken(
        ServedApproval.asked(
            () ->
                measures.take(
                    id(market, date, cycle, version),
                    caller.name(),
                    measure.words() == null ? "" : measure.words(),
                    measure.attachments() == null ? Map.of() : measure.attachments())));
  }
}
