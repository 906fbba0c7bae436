package org.gridclear.settlement.close;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.file.DamagedFileException;
import org.gridclear.json.Json;
import tools.jackson.core.JacksonException;

/** Whether every file of a close, and of the closes that it builds on, is what was sealed. */
public final class ChainCheck {
  private ChainCheck() {}

  /**
   * Compares every file with its seal.
   *
   * @return one line per file that differs; empty if none does
   * @throws IllegalArgumentException if the folder is no close
   */
  public static List<String> differences(Path folder) {
    List<String> differences = new ArrayList<>();
    String due = "";
    for (Path path = folder; path != null; ) {
      try {
        Successor.of(path);
        Seal seal = Seal.read(path);
        differences.addAll(seal.differences());
        if (!due.isEmpty() && !due.equals(seal.hash())) {
          differences.add(
              new DamagedFileException(
                      path.resolve(Seal.NAME), "it is not the seal that its successor names")
                  .getMessage());
        }
        CloseRecord record =
            Json.MAPPER.readValue(seal.content(CloseFolder.RECORD), CloseRecord.class);
        due = record.previousSeal();
        path =
            record.previous().isEmpty()
                ? null
                : path.toAbsolutePath().resolve(record.previous()).normalize();
      } catch (DamagedFileException e) {
        if (!differences.contains(e.getMessage())) {
          differences.add(e.getMessage());
        }
        path = null;
      } catch (JacksonException e) {
        differences.add(
            "%s: %s".formatted(path.resolve(CloseFolder.RECORD), Json.firstLine(e.getMessage())));
        path = null;
      }
    }
    return differences;
  }
}
