package org.gridclear.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.explain.PriceExplanation;
import org.gridclear.explain.UnitExplanation;
import org.gridclear.market.MarketDay;
import org.gridclear.network.Bus;
import org.gridclear.network.BusNames;
import org.gridclear.run.CaseResult;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.scenario.StudyDefinition;
import org.gridclear.scenario.resolved.ClearingCase;
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
  Map<String, Object> explain(
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

  private static Map<String, Object> explanation(
      ClearingCase clearingCase, ClearingResult result, int period, String unit, String bus) {
    MarketDay day = clearingCase.day();
    if (period < 1 || period > day.periodCount()) {
      throw missing("period " + period);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    String priced = bus;
    if (!unit.isEmpty()) {
      Map<String, String> known = UnitExplanation.busOfUnit(day);
      number(List.copyOf(known.keySet()), "unit", unit);
      map.put("unit", UnitExplanation.of(clearingCase, result, unit, period - 1));
      priced = bus.isEmpty() ? known.get(unit) : bus;
    }
    String id = new BusNames(day.network()).idOf(priced);
    int b = number(day.network().buses().stream().map(Bus::id).toList(), "bus", id);
    map.put("price", PriceExplanation.of(clearingCase, result, b, period - 1));
    return map;
  }

  private static int number(List<String> ids, String kind, String id) {
    int n = ids.indexOf(id);
    if (n < 0) {
      throw missing(kind + " '" + id + "'");
    }
    return n;
  }

  private static ResponseStatusException missing(String what) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no " + what + " here.");
  }
}
