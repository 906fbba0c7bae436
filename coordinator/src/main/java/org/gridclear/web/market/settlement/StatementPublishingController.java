package org.gridclear.web.market.settlement;

import org.gridclear.account.Right;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.process.Act;
import org.gridclear.settlement.process.StatementDraft;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publications are proposed from closes. */
@RestController
@RequestMapping("/api/v1/settlement")
class StatementPublishingController {
  private final ServedProcess served;

  StatementPublishingController(ServedProcess served) {
    this.served = served;
  }

  /** Proposes a publication from a close. */
  @PostMapping(path = "/publications", consumes = "application/json")
  @Needs(Right.SETTLE)
  Numbered propose(Caller caller, @RequestBody WantedStatement wanted) {
    Act.Kind kind = wanted.kind();
    if (kind == null || wanted.close() == null) {
      throw new IllegalArgumentException("Give kind and close.");
    }
    StatementDraft.Wanted draft =
        new StatementDraft.Wanted(kind, wanted.from(), wanted.to(), wanted.of());
    try (CloseFolder close = served.close(wanted.close())) {
      if (!draft.isWhole()) {
        throw new IllegalArgumentException(
            "Give from and to of a day, week or month, of of an update or resettlement.");
      }
      Act act = ServedProcess.asked(() -> new StatementDraft(served.process(), close).of(draft));
      return new Numbered(served.propose(act, caller.name()));
    }
  }
}
