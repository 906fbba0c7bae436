package org.gridclear.web.market;

import java.time.OffsetDateTime;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.market.archive.Operations;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what when in the market, for whoever operates it, approves or supervises. */
@RestController
@RequestMapping("/api/v1/operations")
class OperationController {
  private final ServedMarket served;

  OperationController(ServedMarket served) {
    this.served = served;
  }

  /**
   * Operations from one time to before another, the earliest first, in parts: {@code after} is what
   * the part before named as next.
   */
  @GetMapping
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.SUPERVISE})
  Operations.Page list(
      @RequestParam OffsetDateTime from,
      @RequestParam OffsetDateTime to,
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "") String member,
      @RequestParam(defaultValue = "") List<String> kind,
      @RequestParam(defaultValue = Operations.FIRST) String after,
      @RequestParam(defaultValue = "1000") int limit) {
    return new Operations(served.folder())
        .find(
            new Operations.Asked(from.toInstant(), to.toInstant(), account, member, kind),
            after,
            limit);
  }
}
