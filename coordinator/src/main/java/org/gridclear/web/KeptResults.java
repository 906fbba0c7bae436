package org.gridclear.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.report.ResultTables;
import org.gridclear.run.CaseResult;
import org.gridclear.run.Job;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.scenario.StudyDefinition;
import org.gridclear.scenario.resolved.ClearingCase;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Tables of the cases that were asked for last, so that the parts of one are written once. */
@Component
class KeptResults implements DisposableBean {
  private static final int CASES_MAX = 4;

  private final StudyRuns runs;
  private final Map<String, ResultTables> tables = new LinkedHashMap<>(8, 0.75f, true);

  KeptResults(StudyRuns runs) {
    this.runs = runs;
  }

  /** A question to the tables of a case. */
  interface Question<T> {
    T of(ResultTables tables) throws IOException;
  }

  /**
   * Asks the tables of a case of a run that has ended.
   *
   * @param number place of the case, 0 for the base
   */
  synchronized <T> T with(RunResult result, int number, Question<T> question) throws IOException {
    String key = result.status().runId() + " " + number;
    ResultTables found = tables.get(key);
    if (found == null) {
      found = written(result, number);
      tables.put(key, found);
      if (tables.size() > CASES_MAX) {
        tables.remove(tables.keySet().iterator().next()).close();
      }
    }
    return question.of(found);
  }

  private ResultTables written(RunResult result, int number) throws IOException {
    if (!(result.job() instanceof Job.Clearing job)
        || number < 0
        || number >= result.cases().size()) {
      throw missing("case %d in run %s".formatted(number, result.status().runId()));
    }
    StudyDefinition study = job.study();
    CaseResult cell = result.cases().get(number);
    ClearingResult cleared =
        runs.store()
            .outcome(cell.receipt())
            .orElseThrow(() -> missing("outcome of case " + cell.name()))
            .result();
    ClearingCase clearingCase =
        study.cases().get(number).resolve(study.base()).in(study.options().market());
    return ResultTables.of(clearingCase, study.options(), cleared);
  }

  private static ResponseStatusException missing(String what) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no " + what + " here.");
  }

  @Override
  public synchronized void destroy() throws IOException {
    for (ResultTables each : tables.values()) {
      each.close();
    }
    tables.clear();
  }
}
