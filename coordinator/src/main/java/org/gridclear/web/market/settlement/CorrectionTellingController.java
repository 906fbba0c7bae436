package org.gridclear.web.market.settlement;

import org.gridclear.account.Right;
import org.gridclear.settlement.notice.EffectNotices;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Members are told what a correction changes for them. */
@RestController
@RequestMapping("/api/v1/settlement")
class CorrectionTellingController {
  private final ServedProcess served;

  CorrectionTellingController(ServedProcess served) {
    this.served = served;
  }

  /** Tells members what a correction changes for them, where they were not told yet. */
  @PostMapping("/effects/{publication}/telling")
  @Needs(Right.SETTLE)
  EffectNotices.Told tell(Caller caller, @PathVariable long publication) {
    return ServedProcess.asked(() -> served.notices().tell(publication, caller.name()));
  }
}
