package org.gridclear.web.market.payment;

import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.settlement.payment.PaymentEvent;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.settlement.ServedProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ratings of members. */
@RestController
@RequestMapping("/api/v1/settlement/credit")
class RatingController {
  private final ServedPayments served;

  RatingController(ServedPayments served) {
    this.served = served;
  }

  /**
   * A rating.
   *
   * @param rating one of the terms
   * @param estimateYuan what the member is thought to owe in a month while it has no bill
   */
  record Rating(@Nullable String rating, @Nullable String estimateYuan) {}

  /** Proposes the rating of a member; decided with the proposals of payments. */
  @PostMapping(path = "/ratings/{member}", consumes = "application/json")
  @Needs(Right.SETTLE)
  Map<String, Object> rate(Caller caller, @PathVariable String member, @RequestBody Rating rating) {
    if (rating.rating() == null) {
      throw new IllegalArgumentException("Give the rating.");
    }
    PaymentEvent.Act.Rated rated =
        new PaymentEvent.Act.Rated(
            member,
            rating.rating(),
            rating.estimateYuan() == null
                ? 0
                : YuanField.milliYuan("estimateYuan", rating.estimateYuan()));
    return ServedProcess.asked(() -> Map.of("number", served.acts().propose(rated, caller.name())));
  }
}
