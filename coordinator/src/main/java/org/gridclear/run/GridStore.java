package org.gridclear.run;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.gridclear.monitoring.task.MonitoringAnswer;
import org.gridclear.work.WorkUnit;
import org.gridclear.worker.api.ChargeBytes;
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

  /** The packed outcome of charges. */
  Optional<byte[]> charged(Receipt receipt);

  /** Keeps an outcome that an earlier run had. */
  void putOutcome(String key, byte[] packed);

  /** Receipts of the outcomes that exist already, by work key. */
  Map<String, Receipt> finished(Collection<WorkUnit> units);

  /** The outcome of a cleared case in full. */
  Optional<StoredOutcome> outcome(Receipt receipt);

  /** The outcome of screened outages in full. */
  Optional<ScreeningBytes.Stored> screened(Receipt receipt);

  /** The sensitivities of a unit. */
  Optional<StoredSensitivities> sensed(Receipt receipt);

  /** The samples or indices of a unit. */
  Optional<MonitoringAnswer> monitored(Receipt receipt);

  /** Receipts of units that ended two solver processes and are not tried again, by work key. */
  Map<String, Receipt> quarantined();

  /** The same for these units only. */
  Map<String, Receipt> quarantined(Collection<WorkUnit> units);

  /** Puts a unit into quarantine, with the receipt of its failure. */
  void quarantine(Receipt receipt);

  /** Takes a unit out of quarantine; false if it is not in there. */
  boolean release(String key);

  /** The receipt in a packed outcome of a unit. */
  static Receipt receipt(WorkUnit unit, byte[] packed) {
    if (unit instanceof WorkUnit.Screening) {
      return ScreeningBytes.receipt(packed);
    }
    if (unit instanceof WorkUnit.Sensing) {
      return Wire.unpack(packed, StoredSensitivities.class).receipt();
    }
    if (unit instanceof WorkUnit.Monitoring) {
      return Wire.unpack(packed, StoredMonitoring.class).receipt();
    }
    if (unit instanceof WorkUnit.Probe) {
      return Wire.unpack(packed, Receipt.class);
    }
    return unit instanceof WorkUnit.Charging
        ? ChargeBytes.receipt(packed)
        : Wire.unpack(packed, StoredOutcome.class).receipt();
  }
}
