package org.gridclear.market.assembly;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.gridclear.json.Json;

/**
 * What a case was made from; the same versions give the same bytes of case and manifest.
 *
 * @param format {@code gridclear-assembly}
 * @param version of the format, 1
 * @param market such as {@code da}
 * @param date first trading date
 * @param from first period, as the clock shows it
 * @param periodCount number of periods
 * @param minutesPerPeriod length of a period
 * @param gate up to when things had to be known, in UTC
 * @param fromNetwork what stands as the network version has it
 * @param caseHash SHA-256 of the case
 * @param parts SHA-256 of each part of the case
 * @param pieces versions that it was made from, in order
 * @param owners owner of each unit, storage and load; the last one, where notices say that it
 *     changes within the case
 * @param notices what there is to say about it
 */
public record Manifest(
    String format,
    int version,
    String market,
    LocalDate date,
    String from,
    int periodCount,
    int minutesPerPeriod,
    String gate,
    List<String> fromNetwork,
    String caseHash,
    SortedMap<String, String> parts,
    List<Piece> pieces,
    SortedMap<String, String> owners,
    List<String> notices) {
  /** Format of this record in JSON. */
  public static final String FORMAT = "gridclear-assembly";

  public Manifest {
    fromNetwork = List.copyOf(fromNetwork);
    pieces = List.copyOf(pieces);
    notices = List.copyOf(notices);
  }

  /** As JSON; equal manifests are equal bytes. */
  public byte[] json() {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
  }

  /** Reads what {@link #json} wrote. */
  public static Manifest read(byte[] content) {
    Manifest manifest = Json.MAPPER.readValue(content, Manifest.class);
    if (!FORMAT.equals(manifest.format) || manifest.version != 1) {
      throw new IllegalArgumentException(
          "The format (%s, version %d) must be %s, version 1."
              .formatted(manifest.format, manifest.version, FORMAT));
    }
    return manifest;
  }
}
