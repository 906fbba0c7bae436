package org.gridclear.settlement.folder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The delivered files of a settlement, by their path inside its folder such as {@code
 * days/2026-10-01/meters.csv}: a live folder, or what a close keeps.
 */
public interface InputFiles {
  /** Path of a file of a day. */
  static String ofDay(LocalDate day, String name) {
    return "days/%s/%s".formatted(day, name);
  }

  /** Where they come from, for messages. */
  String place();

  /** The bytes of a file; nothing if there is none of this path. */
  Optional<byte[]> read(String path);

  /** Paths of all files, sorted. */
  List<String> paths();
}
