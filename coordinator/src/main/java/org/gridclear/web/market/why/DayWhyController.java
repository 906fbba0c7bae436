package org.gridclear.web.market.why;

import java.time.LocalDate;
import org.gridclear.account.Right;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.why.Answers;
import org.gridclear.whatif.VersionCase;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Why, and what if, of versions of days, for whoever operates, approves or watches over the market
 * and sees all of it: an explanation names units and limits of everybody.
 */
@RestController
@RequestMapping("/api/v1/markets/{market}/days/{date}/versions/{version}")
class DayWhyController {
  private final Versions versions;
  private final Answers answers;

  DayWhyController(Versions versions, Answers answers) {
    this.versions = versions;
    this.answers = answers;
  }

  /** Explains a version, a number or {@code newest}: a unit, a bus or both, in a period. */
  @GetMapping("/explanation")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_RESULTS})
  ExplainedDay explain(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable String version,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestParam String period,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String bus) {
    DayKey key = new DayKey(DayKey.market(market), date, cycle);
    DayVersion asked = versions.version(caller, key, version);
    VersionCase.Found found = versions.found(asked);
    return new ExplainedDay(
        asked.text(),
        found.notices(),
        found.kept().clearingCase().day().currency(),
        Answers.why(found.kept(), unit, bus, period));
  }

  /** What a change would do to a version, its commitment as it is. */
  @PostMapping(path = "/what-if", consumes = "application/json")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_RESULTS})
  AnsweredDay whatIf(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable String version,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestBody String text) {
    DayKey key = new DayKey(DayKey.market(market), date, cycle);
    DayVersion asked = versions.version(caller, key, version);
    VersionCase.Found found = versions.found(asked);
    return new AnsweredDay(asked.text(), found.notices(), answers.whatIf(found.kept(), text));
  }
}
