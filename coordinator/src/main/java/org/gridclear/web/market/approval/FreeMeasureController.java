package org.gridclear.web.market.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.market.approval.FreeMeasures;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Measures in words that belong to a version. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class FreeMeasureController {
  private final ServedApproval approval;

  FreeMeasureController(ServedApproval approval) {
    this.approval = approval;
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
                    ServedApproval.id(market, date, cycle, version),
                    caller.name(),
                    measure.words() == null ? "" : measure.words(),
                    measure.attachments() == null ? Map.of() : measure.attachments())));
  }
}
