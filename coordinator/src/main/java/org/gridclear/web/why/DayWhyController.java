package org.gridclear.web.why;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.gridclear.account.Right;
import org.gridclear.clearing.explain.CaseExplanation;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.whatif.VersionCase;
import org.gridclear.whatif.WhatIfAnswer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same of versions of days, for whoever operates, approves or watches over the market and sees
 * all of it: an explanation names units and limits of everybody.
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

  /**
   * Why, of a version.
   *
   * @param version market, date and number in words
   * @param versionNotices what somebody must know of it
   * @param currency what money is counted in
   * @param why the explanation
   */
  record Explained(
      String version,
      List<String> versionNotices,
      String currency,
      @JsonUnwrapped CaseExplanation why) {}

  /**
   * What a change would do to a version.
   *
   * @param version market, date and number in words
   * @param versionNotices what somebody must know of it
   * @param answer the answer
   */
  record Answered(
      String version, List<String> versionNotices, @JsonUnwrapped WhatIfAnswer answer) {}

  /** Explains a version, a number or {@code newest}: a unit, a bus or both, in a period. */
  @GetMapping("/explanation")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_RESULTS})
  Explained explain(
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
    return new Explained(
        asked.text(),
        found.notices(),
        found.kept().clearingCase().day().currency(),
        Answers.why(found.kept(), unit, bus, period));
  }

  /** What a change would do to a version, its commitment as it is. */
  @PostMapping(path = "/what-if", consumes = "application/json")
  @Needs({Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_RESULTS})
  Answered whatIf(
      Caller caller,
      @PathVariable String market,
      @PathVariable LocalDate date,
      @PathVariable String version,
      @RequestParam(defaultValue = "0") int cycle,
      @RequestBody String text) {
    DayKey key = new DayKey(DayKey.market(market), date, cycle);
    DayVersion asked = versions.version(caller, key, version);
    VersionCase.Found found = versions.found(asked);
    return new Answered(asked.text(), found.notices(), answers.whatIf(found.kept(), text));
  }
}
