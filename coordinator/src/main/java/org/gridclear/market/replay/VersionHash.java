package org.gridclear.market.replay;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.gridclear.clearing.input.Market;
import org.gridclear.file.Sha256;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;

/**
 * What a version is, as one number.
 *
 * @param version market, date, cycle and number, in words
 * @param hash SHA-256 of its case, outcome, provenance, alarms and every block of its results; the
 *     build, the account and the time at which it was made are no part of it
 */
public record VersionHash(String version, String hash) {
  static VersionHash of(DayVersion version) {
    StringBuilder text = new StringBuilder(version.text());
    text.append('\n').append(version.caseHash()).append('\n').append(version.outcomeHash());
    text.append('\n').append(version.made().provenance());
    version.alarms().forEach(alarm -> text.append('\n').append(alarm));
    new TreeMap<>(version.blocks())
        .forEach((kind, hash) -> text.append('\n').append(kind.word()).append(' ').append(hash));
    return new VersionHash(
        version.text(), Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** Of all versions of a date, by market, cycle and number. */
  public static List<VersionHash> all(DayStore days, LocalDate date) {
    List<VersionHash> all = new ArrayList<>();
    for (Market market : Market.values()) {
      days.versions(market, date, date).forEach(version -> all.add(of(version)));
    }
    return all;
  }
}
