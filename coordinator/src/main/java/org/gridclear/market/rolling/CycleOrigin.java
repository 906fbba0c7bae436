package org.gridclear.market.rolling;

import java.util.Optional;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.json.Json;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.ContentStore;
import org.gridclear.worker.api.Wire;
import tools.jackson.core.JacksonException;

/**
 * What a version of a run was made from, kept with it.
 *
 * @param caseHash SHA-256 of the whole date as it was known
 * @param plan outcome of the run that planned it
 * @param after outcome of the run before it, "" where it goes on from the plan alone
 * @param state content hash of what it hands on
 */
record CycleOrigin(String caseHash, String plan, String after, String state) {
  String text() {
    return Json.MAPPER.writeValueAsString(this);
  }

  /** What a version hands on; empty for one that was made in another way. */
  static Optional<InitialConditions> state(DayVersion version, ContentStore content) {
    try {
      CycleOrigin origin = Json.MAPPER.readValue(version.made().provenance(), CycleOrigin.class);
      return origin == null || origin.state == null || origin.state.isEmpty()
          ? Optional.empty()
          : Optional.of(Wire.unpack(content.get(origin.state), InitialConditions.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
