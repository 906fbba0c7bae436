package org.gridclear.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/** Port to what the grid knows about runs and who owns them (docs/grid.md §1). */
public interface RunRegistry {
  /** Id of this coordinator. */
  String self();

  /** Name of this coordinator. */
  String selfName();

  /** Whether a coordinator is in the grid. */
  boolean lives(String coordinator);

  /** Keeps what was asked for. */
  void putTicket(String runId, byte[] packed);

  /** What was asked for. */
  Optional<byte[]> ticket(String runId);

  /**
   * Writes a record if the stored one has the expected epoch.
   *
   * @param expectedEpoch epoch of the record that is replaced, 0 if there is none
   * @return whether it was written
   * @throws GridRefusedException if the grid takes no writes now
   */
  boolean write(RunRecord record, long expectedEpoch);

  /** A record by the id of its run. */
  Optional<RunRecord> record(String runId);

  /**
   * Records in the order of their submission, the newest first; costs what it shows.
   *
   * @param before {@link RunPage#FROM_NEWEST}, or what the page before says is next
   * @param limit how many at most, from 1 to {@link RunPage#RECORDS_MAX}
   */
  RunPage page(long before, int limit);

  /** How many runs ended in which state. */
  Map<RunState, Long> ended();

  /** The records of runs that have not ended, in the order of their submission. */
  List<RunRecord> open();

  /** Keeps the receipts of an ended run. */
  void putResults(String runId, byte[] packed);

  /** The receipts of an ended run. */
  Optional<byte[]> results(String runId);

  /** Keeps that somebody wants a run cancelled, whoever owns it next, and tells its owner. */
  void askToCancel(RunRecord record);

  /** Whether somebody wants a run cancelled. */
  boolean isCancelAsked(String runId);

  /**
   * Calls {@code listener} with run id and epoch whenever somebody asks this coordinator to cancel.
   */
  AutoCloseable onCancelAsked(ObjLongConsumer<String> listener);

  /** Calls {@code listener} whenever a member joins or leaves. */
  AutoCloseable onMembersChanged(Runnable listener);

  /** Whether every entry has its backup, so that one more node may be lost. */
  boolean backupsComplete();

  /** Caches of which data were lost; empty if all is well. */
  List<String> lostCaches();

  /**
   * Why no run can be taken now; nothing if one can.
   *
   * @return a sentence for a person
   */
  Optional<String> refusal();
}
