package org.gridclear.run;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.gridclear.monitoring.task.MonitoringAnswer;
import org.gridclear.work.BlockSummary;
import org.gridclear.work.CaseSummary;
import org.gridclear.work.ChargeSummary;
import org.gridclear.work.UnitSummary;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.Receipt;
import org.gridclear.worker.api.ScreeningBytes;
import org.gridclear.worker.api.StoredMonitoring;
import org.gridclear.worker.api.StoredOutcome;
import org.gridclear.worker.api.StoredSensitivities;
import org.gridclear.worker.api.Wire;

/** Port to what the grid keeps: data, outcomes, records of runs. */
public interface GridStore {
  /** Puts packed data where every node finds them. */
  void putData(String hash, byte[] packed);

  /**
   * Packed data by their hash.
   *
   * @throws org.gridclear.worker.api.MissingDataException if they are not there
   */
  byte[] data(String hash);

  /**
   * Keeps a value itself where all units run in this process: then it need not be packed.
   *
   * @return what units call it by in place of its hash; nothing where it has to be packed
   */
  default Optional<String> keep(Object value) {
    return Optional.empty();
  }

  /** Puts packed blocks into the grid, those that are not there. */
  void putBlocks(Map<String, byte[]> packed);

  /** Packed blocks by their hashes, those that are there. */
  Map<String, byte[]> findBlocks(Collection<String> hashes);

  /** The packed outcome of a unit; empty where it failed, or the outcome is no longer kept. */
  Optional<byte[]> packed(Receipt receipt);

  /** Keeps an outcome that an earlier run had. */
  void putOutcome(String key, byte[] packed);

  /** Receipts of the outcomes that exist already, by work key. */
  Map<String, Receipt> finished(Collection<WorkUnit> units);

  /** The outcome of a cleared case in full; empty of anything else. */
  default Optional<StoredOutcome> outcome(Receipt receipt) {
    return receipt.summary() instanceof CaseSummary
        ? packed(receipt).map(bytes -> Wire.unpack(bytes, StoredOutcome.class))
        : Optional.empty();
  }

  /** The packed outcome of charges; empty of anything else. */
  default Optional<byte[]> charged(Receipt receipt) {
    return receipt.summary() instanceof ChargeSummary ? packed(receipt) : Optional.empty();
  }

  /** The outcome of screened outages in full; empty of anything else. */
  default Optional<ScreeningBytes.Stored> screened(Receipt receipt) {
    return receipt.summary() instanceof BlockSummary
        ? packed(receipt).map(ScreeningBytes::unpack)
        : Optional.empty();
  }

  /** The sensitivities of a unit; empty of anything else. */
  default Optional<StoredSensitivities> sensed(Receipt receipt) {
    return receipt.summary() instanceof UnitSummary.Sensitivities
        ? packed(receipt).map(bytes -> Wire.unpack(bytes, StoredSensitivities.class))
        : Optional.empty();
  }

  /** The samples or indices of a unit; empty of anything else. */
  default Optional<MonitoringAnswer> monitored(Receipt receipt) {
    return receipt.summary() instanceof UnitSummary.Monitoring
        ? packed(receipt).map(bytes -> Wire.unpack(bytes, StoredMonitoring.class).answer())
        : Optional.empty();
  }

  /** Receipts of units that ended two solver processes and are not tried again, by work key. */
  Map<String, Receipt> quarantined();

  /** The same for these units only. */
  Map<String, Receipt> quarantined(Collection<WorkUnit> units);

  /** Puts a unit into quarantine, with the receipt of its failure. */
  void quarantine(Receipt receipt);

  /** Takes a unit out of quarantine; false if it is not in there. */
  boolean release(String key);
}
