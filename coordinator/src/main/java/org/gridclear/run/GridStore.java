package org.gridclear.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.StoredOutcome;

/** Port to what the grid keeps: bases, outcomes, records of runs. */
public interface GridStore {
  /** Puts a packed base where every node finds it. */
  void putBase(String hash, byte[] packed);

  /** Receipts of the outcomes that exist already, by work key. */
  Map<String, Receipt> finished(Collection<String> keys);

  /** An outcome in full. */
  Optional<StoredOutcome> outcome(Receipt receipt);

  /** Stores the state of a run. */
  void putRun(RunStatus status);

  /** The last stored state of every run. */
  List<RunStatus> runs();
}
