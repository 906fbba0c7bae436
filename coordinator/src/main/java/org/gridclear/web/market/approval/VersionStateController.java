package org.gridclear.web.market.approval;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.market.approval.DayApproval.Standing;
import org.gridclear.market.approval.Transition;
import org.gridclear.market.approval.VersionState;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a version of a day stands, for whoever operates the market and who approves. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class VersionStateController {
  private final ServedApproval approval;

  VersionStateController(ServedApproval approval) {
    this.approval = approval;
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

  /** A version and how it came to its state. */
  @GetMapping("/days/{date}/versions/{version}/state")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY})
  State state(
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable int version,
      @RequestParam(defaultValue = "0") int cycle) {
    return State.of(
        ServedApproval.asked(
            () -> approval.open().standing(ServedApproval.id(market, date, cycle, version))));
  }
}
