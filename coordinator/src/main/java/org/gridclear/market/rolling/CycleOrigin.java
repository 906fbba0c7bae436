package org.gridclear.market.rolling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
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
 * @param mode what the run decided, "" where it had the choice of its market alone
 * @param state content hash of what it hands on
 */
record CycleOrigin(
    String caseHash,
    String plan,
    String after,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String mode,
    String state) {
  CycleOrigin {
    mode = Objects.requireNonNullElse(mode, "");
  }

  String text() {
    return Json.MAPPER.writeValueAsString(this);
  }

  /** The same with what it hands on. */
  CycleOrigin with(String handedOn) {
    return new CycleOrigin(caseHash, plan, after, mode, handedOn);
  }

  /** Whether a version was made from the same; its state may be any. */
  boolean isOf(DayVersion version) {
    return read(version).filter(other -> other.with(state).equals(this)).isPresent();
  }

  /** What a version hands on; empty for one that was made in another way. */
  static Optional<InitialConditions> state(DayVersion version, ContentStore content) {
    return read(version)
        .map(CycleOrigin::state)
        .filter(hash -> !hash.isEmpty())
        .map(hash -> Wire.unpack(content.get(hash), InitialConditions.class));
  }

  private static Optional<CycleOrigin> read(DayVersion version) {
    try {
      return Optional.of(Json.MAPPER.readValue(version.made().provenance(), CycleOrigin.class))
          .filter(origin -> origin.caseHash != null && origin.state != null);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
