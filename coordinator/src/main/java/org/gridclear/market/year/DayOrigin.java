package org.gridclear.market.year;

import java.util.Objects;
import org.gridclear.clearing.input.ClearingOptions;
import org.gridclear.clearing.input.InitialConditions;
import org.gridclear.file.Sha256;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.ContentStore;
import org.gridclear.worker.api.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a day of a year was made from, kept with its version: a day is not cleared again where all
 * of it is the same.
 *
 * @param source the cases
 * @param caseHash SHA-256 of the case as its source has it: a file may be another today
 * @param options SHA-256 of how they are cleared
 * @param after outcome of the day that it goes on from, "" where it goes on from none
 * @param state content hash of what it hands on, "" before it is cleared
 */
record DayOrigin(String source, String caseHash, String options, String after, String state) {
  static DayOrigin of(String source, MarketDay day, ClearingOptions options, String after) {
    return new DayOrigin(
        source,
        Sha256.hex(CaseFiles.pack(day)),
        Sha256.hex(Json.MAPPER.writeValueAsBytes(options)),
        after,
        "");
  }

  /** The same with what it hands on. */
  DayOrigin with(String handedOn) {
    return new DayOrigin(source, caseHash, options, after, handedOn);
  }

  /** As the provenance of a version. */
  String text() {
    return Json.MAPPER.writeValueAsString(this);
  }

  /** Whether a version has this origin; its state may be any. */
  boolean isOf(DayVersion version) {
    DayOrigin other = read(version);
    return other != null && other.with(state).equals(this);
  }

  /** What a version of this origin hands on. */
  static InitialConditions state(DayVersion version, ContentStore content) {
    return Wire.unpack(
        content.get(Objects.requireNonNull(read(version)).state), InitialConditions.class);
  }

  /** The origin of a version; null where it came to be in another way. */
  private static @Nullable DayOrigin read(DayVersion version) {
    try {
      DayOrigin origin = Json.MAPPER.readValue(version.made().provenance(), DayOrigin.class);
      return origin == null || origin.source == null ? null : origin;
    } catch (JacksonException e) {
      return null;
    }
  }
}
