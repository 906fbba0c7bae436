package org.gridclear.web.why;

import org.gridclear.web.run.EndedRuns;
import org.gridclear.whatif.KeptCase;
import org.gridclear.whatif.WhatIfAnswer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a unit of a cleared case runs, what sets a price, and what a change would do. */
@RestController
@RequestMapping("/api/v1/runs/{runId}/cases/{number}")
class ExplanationController {
  private final EndedRuns ended;
  private final Answers answers;

  ExplanationController(EndedRuns ended, Answers answers) {
    this.ended = ended;
    this.answers = answers;
  }

  /**
   * Explains a case of a run that has ended: give a unit, a bus or both, and a period: its number
   * from 1, or a time such as 18:00. The case is named by its place, 0 for the base.
   */
  @GetMapping("/explanation")
  ExplainedFigure explain(
      @PathVariable String runId,
      @PathVariable int number,
      @RequestParam String period,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String bus) {
    KeptCase kept = answers.ofRun(ended, runId, number);
    return new ExplainedFigure(
        kept.clearingCase().day().currency(), Answers.why(kept, unit, bus, period));
  }

  /**
   * What a change would do to a case of a run that has ended, its commitment as it is: {@code
   * changes} as in a study, and the {@code bus} and {@code period} whose price is of interest.
   */
  @PostMapping(path = "/what-if", consumes = "application/json")
  WhatIfAnswer whatIf(
      @PathVariable String runId, @PathVariable int number, @RequestBody String text) {
    return answers.whatIf(answers.ofRun(ended, runId, number), text);
  }
}
