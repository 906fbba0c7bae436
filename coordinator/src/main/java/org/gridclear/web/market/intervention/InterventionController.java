package org.gridclear.web.market.intervention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.json.Json;
import org.gridclear.market.approval.InterventionRecords;
import org.gridclear.market.approval.VersionId;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.Made;
import org.gridclear.market.intervention.DayIntervention;
import org.gridclear.market.intervention.ReclearingRuns;
import org.gridclear.run.StudyRuns;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.ServedMarket;
import org.gridclear.web.market.approval.ServedApproval;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Versions of days that are changed by hand. */
@RestController
@RequestMapping("/api/v1/markets/{market}")
class InterventionController {
  private final ServedMarket served;
  private final StudyRuns runs;

  InterventionController(ServedMarket served, StudyRuns runs) {
    this.served = served;
    this.runs = runs;
  }

  /** What was made by hand from one trading date to another, the newest first. */
  @GetMapping("/interventions")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.SUPERVISE})
  List<InterventionRecords.Listed> list(
      @PathVariable String market, @RequestParam LocalDate from, @RequestParam LocalDate to) {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException(
          "The first date (%s) must not be after the last one (%s).".formatted(from, to));
    }
    return new InterventionRecords(served.folder()).between(DayKey.market(market), from, to);
  }

  /** Makes a new version by hand and answers when it is cleared; the version before stays. */
  @PostMapping("/days/{date}/versions/{version}/interventions")
  @Needs(Right.OPERATE_MARKET)
  TakenIntervention intervene(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable int version,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestBody WantedIntervention asked) {
    VersionId parent = new VersionId(new DayKey(DayKey.market(market), date, cycle), version);
    DayIntervention.Wanted wanted =
        new DayIntervention.Wanted(
            parent,
            Json.MAPPER.writeValueAsBytes(asked.changes() == null ? Map.of() : asked.changes()),
            asked.reason() == null ? "" : asked.reason(),
            asked.attachments() == null ? Map.of() : asked.attachments());
    DayIntervention intervention =
        DayIntervention.of(served.folder(), new ReclearingRuns(runs), Clock.systemUTC());
    Made.Source source = new Made.Source(Made.BUILD, caller.name(), Clock.systemUTC());
    DayVersion made = ServedApproval.asked(() -> intervention.intervene(wanted, source)).version();
    return new TakenIntervention(made.version(), made.alarms());
  }
}
