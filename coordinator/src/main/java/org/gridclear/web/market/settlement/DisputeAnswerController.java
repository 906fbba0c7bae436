package org.gridclear.web.market.settlement;

import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.settlement.process.Act;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the settlement team does with disputes. */
@RestController
@RequestMapping("/api/v1/settlement")
class DisputeAnswerController {
  private final ServedProcess served;

  DisputeAnswerController(ServedProcess served) {
    this.served = served;
  }

  /** Takes a dispute into work. */
  @PostMapping("/disputes/{number}/taking")
  @Needs(Right.SETTLE)
  Map<String, Object> take(Caller caller, @PathVariable long number) {
    return ServedProcess.asked(
        () -> {
          served.exchange().take(number, caller.name());
          return Map.of("number", number, "state", "IN_PROCESS");
        });
  }

  /**
   * An answer.
   *
   * @param outcome GRANTED, GRANTED_WITH_EXCEPTIONS or DENIED
   * @param words the answer
   */
  record Reply(Act.@Nullable Outcome outcome, @Nullable String words) {}

  /** Proposes the answer to a dispute. */
  @PostMapping(path = "/disputes/{number}/answer", consumes = "application/json")
  @Needs(Right.SETTLE)
  Numbered answer(Caller caller, @PathVariable long number, @RequestBody Reply reply) {
    if (reply.outcome() == null || reply.words() == null) {
      throw new IllegalArgumentException("Give outcome and words.");
    }
    Act act = new Act.Answered(number, reply.outcome(), reply.words());
    return new Numbered(served.propose(act, caller.name()));
  }
}
