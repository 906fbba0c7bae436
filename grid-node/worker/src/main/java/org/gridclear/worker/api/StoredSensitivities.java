package org.gridclear.worker.api;

import java.util.List;
import org.gridclear.screening.Sensitivity;

/**
 * What lies in the outcomes cache of sensitivities.
 *
 * @param receipt the node's answer
 * @param rows the sensitivities
 */
public record StoredSensitivities(Receipt receipt, List<Sensitivity> rows) {
  public StoredSensitivities {
    rows = List.copyOf(rows);
  }
}
