package org.gridclear.web.market.approval;

import java.time.Clock;
import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.market.board.Board;
import org.gridclear.market.board.DayBoard;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.ServedMarket;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The board of a trading date, for whoever operates the market, approves or supervises it. */
@RestController
@RequestMapping("/api/v1/market")
class BoardController {
  private final ServedMarket served;
  private final ServedApproval approval;

  BoardController(ServedMarket served, ServedApproval approval) {
    this.served = served;
    this.approval = approval;
  }

  private DayBoard board() {
    return new DayBoard(served.folder(), served.days(), approval.open(), Clock.systemUTC());
  }

  /** How a trading date stands, the newest one where none is given. */
  @GetMapping("/board")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.SUPERVISE})
  Board show(@RequestParam(required = false) @Nullable LocalDate date) {
    DayBoard board = board();
    return board.of(date == null ? board.newestDate() : date);
  }

  /** Which trading date a page shows first, and which one is today. */
  @GetMapping("/dates")
  @Needs({Right.READ_MARKET, Right.READ_OWN})
  BoardDates dates(Caller caller) {
    LocalDate today = LocalDate.now(Clock.systemUTC().withZone(served.folder().facts().zone()));
    return new BoardDates(
        caller.may(Right.OPERATE_MARKET)
            ? board().newestDate()
            : board().newestPublished().orElse(today.plusDays(1)),
        today);
  }
}
