package org.gridclear.web.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.gate.GateWindow;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When declarations are taken. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class GateController {
  private final ServedGate served;

  GateController(ServedGate served) {
    this.served = served;
  }

  /** When declarations are taken for trading dates: windows with their gates. */
  @GetMapping("/gates")
  @Needs({Right.DECLARE, Right.READ_OWN, Right.READ_MARKET, Right.READ_DECLARATIONS})
  List<GateWindow> gates(
      Caller caller,
      @PathVariable String market,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to) {
    DayKey.market(market);
    return caller.scope().seesMarket(market)
        ? GateWindow.of(served.gate().parameters(), market, from, to, Instant.now())
        : List.of();
  }
}
