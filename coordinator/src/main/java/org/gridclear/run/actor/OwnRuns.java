package org.gridclear.run.actor;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunRecord;

/** Handles of the runs that this coordinator owns or owned, for everybody to find. */
final class OwnRuns {
  /** Ended runs whose results stay in memory; older ones are read from the grid. */
  private static final int ENDED_KEPT = 32;

  private final Map<String, RunHandle> handles = new ConcurrentHashMap<>();
  private final Set<String> expected = ConcurrentHashMap.newKeySet();
  private final Function<RunRecord, RunHandle> make;
  private final Consumer<RunHandle> fenced;

  /**
   * No runs yet.
   *
   * @param make makes the handle of a run
   * @param fenced is told the handle of a run that another coordinator has taken over
   */
  OwnRuns(Function<RunRecord, RunHandle> make, Consumer<RunHandle> fenced) {
    this.make = make;
    this.fenced = fenced;
  }

  /** A run that begins here. */
  RunHandle add(RunRecord record) {
    RunHandle handle = make.apply(record);
    handles.put(record.status().runId(), handle);
    forgetEnded();
    return handle;
  }

  /** Another coordinator has taken the run over: what is known of it is what the grid keeps. */
  void fenced(RunHandle handle) {
    handles.remove(handle.status().runId(), handle);
    fenced.accept(handle);
  }

  Optional<RunHandle> find(String runId) {
    return Optional.ofNullable(handles.get(runId));
  }

  /** A run is being stored, and may have a record before it is here. */
  void expect(String runId) {
    expected.add(runId);
  }

  /** The run is here, or did not come. */
  void expectNoMore(String runId) {
    expected.remove(runId);
  }

  /** Whether the run is under way here, or about to be. */
  boolean underWay(String runId) {
    return expected.contains(runId)
        || find(runId).filter(handle -> !handle.status().state().ended()).isPresent();
  }

  private void forgetEnded() {
    List<RunHandle> ended =
        handles.values().stream()
            .filter(handle -> handle.result().isDone())
            .sorted(Comparator.comparingLong(handle -> handle.record().submittedAtMillis()))
            .toList();
    ended.stream()
        .limit(Math.max(0, ended.size() - ENDED_KEPT))
        .forEach(handle -> handles.remove(handle.status().runId(), handle));
  }
}
