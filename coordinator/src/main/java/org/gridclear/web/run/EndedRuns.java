package org.gridclear.web.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunResult;
import org.gridclear.run.StudyRuns;
import org.gridclear.whatif.KeptCase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Runs that have ended, by what they did. */
@Component
public class EndedRuns {
  private final StudyRuns runs;

  /** The runs of a server. */
  public EndedRuns(StudyRuns runs) {
    this.runs = runs;
  }

  /** The result of a run; 404 where there is none, 409 while it runs. */
  public RunResult result(String runId) {
    RunHandle handle = runs.find(runId).orElseThrow(() -> missing("run '%s'".formatted(runId)));
    RunResult result = now(handle.result());
    if (result == null) {
      throw conflict("The run is still " + handle.status().state() + ".");
    }
    return result;
  }

  private static @Nullable RunResult now(CompletableFuture<RunResult> result) {
    try {
      return result.getNow(null);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** The result of a run that did this kind of job; 409 where it did another. */
  public RunResult of(String runId, Class<? extends Job> kind, String otherwise) {
    RunResult result = result(runId);
    if (!kind.isInstance(result.job())) {
      throw conflict(otherwise);
    }
    return result;
  }

  /** A case of a run by its place, 0 for the base; 404 where there is none or it has no outcome. */
  public KeptCase cleared(RunResult result, int number) {
    if (!(result.job() instanceof Job.Clearing) || number < 0 || number >= result.cases().size()) {
      throw missing("case %d in run %s".formatted(number, result.status().runId()));
    }
    return KeptCase.of(result, number, runs.store())
        .orElseThrow(() -> missing("outcome of case " + result.cases().get(number).name()));
  }

  /** What is not here, with 404. */
  public static ResponseStatusException missing(String what) {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "There is no %s here.".formatted(what));
  }

  /** What a run is not or does not have, with 409. */
  public static ResponseStatusException conflict(String what) {
    return new ResponseStatusException(HttpStatus.CONFLICT, what);
  }

  /** Number of a case in a run that cleared some; 404 where there is none of the name. */
  public int number(RunResult result, String caseName) {
    for (int c = 0; c < result.cases().size(); c++) {
      if (result.cases().get(c).name().equals(caseName)) {
        return c;
      }
    }
    throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such case.");
  }
}
