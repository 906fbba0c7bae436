package org.gridclear.web.market.settlement;

import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.process.Act;
import org.gridclear.settlement.process.StatementDraft;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
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

  /**
   * What is to be published.
   *
   * @param kind DAY, WEEK, MONTH, UPDATE or RESETTLEMENT
   * @param from first day; not of the last two
   * @param to last day; not of the last two
   * @param of publication of the month that these two follow
   * @param close name of a close of the server
   */
  record Wanted(
      Act.@Nullable Kind kind,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Long of,
      @Nullable String close) {}

  /** Proposes a publication from a close. */
  @PostMapping(path = "/publications", consumes = "application/json")
  @Needs(Right.SETTLE)
  Numbered propose(Caller caller, @RequestBody Wanted wanted) {
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
