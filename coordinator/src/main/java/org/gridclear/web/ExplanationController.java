package org.gridclear.web;

import org.gridclear.clearing.explain.CaseExplanation;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
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
  private final EndedRuns ended;

  ExplanationController(EndedRuns ended) {
    this.ended = ended;
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
    EndedRuns.Cleared cleared = ended.cleared(ended.result(runId), number);
    return explanation(cleared.clearingCase(), cleared.result(), period, unit, bus);
  }

  private static CaseExplanation explanation(
      ClearingCase clearingCase, ClearingResult result, int period, String unit, String bus) {
    if (period < 1 || period > clearingCase.day().periodCount()) {
      throw EndedRuns.missing("period " + period);
    }
    try {
      return CaseExplanation.of(clearingCase, result, unit, bus, period - 1);
    } catch (UnknownNameException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    }
  }
}
