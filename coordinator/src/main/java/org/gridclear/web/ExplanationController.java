package org.gridclear.web;

import org.gridclear.clearing.ClearingResult;
import org.gridclear.explain.CaseExplanation;
import org.gridclear.run.CaseResult;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.scenario.StudyDefinition;
import org.gridclear.scenario.resolved.ClearingCase;
import org.gridclear.validate.UnknownNameException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Why a unit of a cleared case runs, and what sets a price. */
@RestController
@RequestMapping("/api/v1")
class ExplanationController {
  private final StudyRuns runs;

  ExplanationController(StudyRuns runs) {
    this.runs = runs;
  }

  /**
   * Explains a case of a run that has ended: give a unit, a bus or both, and a period from 1. The
   * case is named by its place, 0 for the base.
   */
  @GetMapping("/runs/{runId}/cases/{number}/explanation")
  CaseExplanation explain(
      @PathVariable String runId,
      @PathVariable int number,
      @RequestParam int period,
      @RequestParam(defaultValue = "") String unit,
      @RequestParam(defaultValue = "") String bus) {
    RunHandle handle = runs.find(runId).orElseThrow(() -> missing("run " + runId));
    RunResult result = handle.result().getNow(null);
    if (result == null) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT, "The run is still " + handle.status().state() + ".");
    }
    if (!(result.job() instanceof Job.Clearing job)
        || number < 0
        || number >= result.cases().size()) {
      throw missing("case " + number + " in run " + runId);
    }
    StudyDefinition study = job.study();
    ClearingCase clearingCase =
        study.cases().get(number).resolve(study.base()).in(study.options().market());
    CaseResult cell = result.cases().get(number);
    ClearingResult cleared =
        runs.store()
            .outcome(cell.receipt())
            .orElseThrow(() -> missing("outcome of case " + cell.name()))
            .result();
    return explanation(clearingCase, cleared, period, unit, bus);
  }

  private static CaseExplanation explanation(
      ClearingCase clearingCase, ClearingResult result, int period, String unit, String bus) {
    if (period < 1 || period > clearingCase.day().periodCount()) {
      throw missing("period " + period);
    }
    try {
      return CaseExplanation.of(clearingCase, result, unit, bus, period - 1);
    } catch (UnknownNameException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    }
  }

  private static ResponseStatusException missing(String what) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no " + what + " here.");
  }
}
