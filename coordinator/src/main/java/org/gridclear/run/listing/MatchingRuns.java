package org.gridclear.run.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import org.gridclear.run.GridRefusedException;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunState;
import org.gridclear.run.StudyRuns;
import org.gridclear.worker.api.MissingDataException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done to all runs that match, if they are as many as whoever asks has seen. */
public final class MatchingRuns {
  private static final Logger LOG = LoggerFactory.getLogger(MatchingRuns.class);
  private static final Set<RunState> AGAIN = Set.of(RunState.FAILED, RunState.CANCELLED);
  private static final int AGAIN_MAX = 100;

  private final StudyRuns runs;
  private final RunIndex index;

  /** The runs of an index. */
  public MatchingRuns(StudyRuns runs, RunIndex index) {
    this.runs = runs;
    this.index = index;
  }

  /**
   * What became of them.
   *
   * @param done ids of runs: those that were asked to stop, or the new ones
   * @param refused runs with which nothing was done
   */
  public record Acted(List<String> done, List<String> refused) {}

  /** As many runs do not match as were expected; nothing was done. */
  public static final class OtherCountException extends RuntimeException {
    private static final long serialVersionUID = 1;

    OtherCountException(int found, int expected, String which, String act) {
      super("%d %s runs match, not %d; nothing was %s.".formatted(found, which, expected, act));
    }
  }

  /**
   * Cancels all that are open.
   *
   * @param mayStop whether a run may be stopped by who asks; the others are refused, those that
   *     ended meanwhile, and those that cannot be told: each on its own
   * @throws OtherCountException if they are not as many as expected
   */
  public Acted cancel(RunQuery query, int expected, Predicate<RunRecord> mayStop) {
    List<RunRecord> open = found(query, run -> !run.status().state().ended());
    requireAsMany(open.size(), expected, "open", "cancelled");
    List<String> cancelled = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (RunRecord run : open) {
      (mayStop.test(run) && stopped(run) ? cancelled : refused).add(run.status().runId());
    }
    return new Acted(cancelled, refused);
  }

  /** Whether a run was told to stop. */
  private boolean stopped(RunRecord run) {
    try {
      Optional<RunHandle> open =
          runs.find(run.status().runId()).filter(handle -> !handle.status().state().ended());
      open.ifPresent(RunHandle::cancel);
      return open.isPresent();
    } catch (RuntimeException e) {
      // Of one run: its owner may have gone, or what it stored may be damaged.
      LOG.warn("run={} cannot be cancelled", run.status().runId(), e);
      return false;
    }
  }

  /**
   * Sends all that failed or were cancelled once more; the others are refused with the reason.
   *
   * @param user whose the new runs are
   * @throws OtherCountException if they are not as many as expected
   * @throws IllegalArgumentException if they are more than can be sent at a time
   */
  public Acted sendAgain(RunQuery query, int expected, String user) {
    List<RunRecord> ended = found(query, run -> AGAIN.contains(run.status().state()));
    requireAsMany(ended.size(), expected, "failed and cancelled", "sent");
    if (ended.size() > AGAIN_MAX) {
      throw new IllegalArgumentException(
          "%d runs match; %d at a time can be sent again, so filter more."
              .formatted(ended.size(), AGAIN_MAX));
    }
    List<String> sent = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (RunRecord run : ended) {
      Job job;
      try {
        job = job(run);
      } catch (RuntimeException e) {
        // Of one run: what it stored may be damaged in any way.
        String why = e.getMessage() == null ? e.toString() : e.getMessage();
        refused.add(run.status().runId() + ": " + why);
        continue;
      }
      try {
        sent.add(runs.submit(run.again(job, user)).status().runId());
      } catch (RejectedExecutionException | GridRefusedException | MissingDataException e) {
        refused.add(run.status().runId() + ": " + e.getMessage());
      }
    }
    return new Acted(sent, refused);
  }

  /** What a run was to do; any exception says why that cannot be had. */
  private Job job(RunRecord run) {
    RunHandle handle =
        runs.find(run.status().runId())
            .orElseThrow(() -> new RejectedExecutionException("There is no such run any more."));
    try {
      RunResult result = handle.result().getNow(null);
      if (result == null) {
        throw new RejectedExecutionException("Its end is not known here yet; send it later.");
      }
      return result.job();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private List<RunRecord> found(RunQuery query, Predicate<RunRecord> which) {
    return query.of(index.all()).stream().filter(which).toList();
  }

  private static void requireAsMany(int found, int expected, String which, String act) {
    if (found != expected) {
      throw new OtherCountException(found, expected, which, act);
    }
  }
}
