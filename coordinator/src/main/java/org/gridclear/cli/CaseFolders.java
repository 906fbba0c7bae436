package org.gridclear.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gridclear.clearing.ClearingResult;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.work.CaseSummary;
import org.gridclear.worker.api.StoredOutcome;
import org.gridclear.worker.api.Wire;

/** Folders of cleared cases inside the folder of a run. */
final class CaseFolders {
  private CaseFolders() {}

  /** The folder itself if it is that of a case, else the first case of the run. */
  static Path only(Path folder) {
    return Files.isRegularFile(folder) || Files.exists(folder.resolve("boundary.json"))
        ? folder
        : of(folder, "");
  }

  /**
   * The folder of a case of a run.
   *
   * @param name part of its name; "" for the first
   * @throws IllegalArgumentException if there is none
   */
  static Path of(Path run, String name) {
    Path cases = run.resolve("cases");
    if (Files.isDirectory(cases)) {
      try (Stream<Path> list = Files.list(cases)) {
        List<Path> sorted = list.sorted().toList();
        for (Path each : sorted) {
          if (each.getFileName().toString().contains(name)) {
            return each;
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalArgumentException(
        "The folder (%s) holds no cleared case%s; name the --out folder of clear or study."
            .formatted(run, name.isEmpty() ? "" : " '" + name + "'"));
  }

  /**
   * A cleared case as it was stored.
   *
   * @param summary its figures; null if it keeps none
   */
  record Cleared(MarketDay day, ClearingResult result, CaseSummary summary) {}

  /**
   * Reads the cleared case of a folder.
   *
   * @param folder folder of a case or of a run
   * @param name part of the name of the case; "" for the first
   * @throws IllegalArgumentException if the folder keeps no result
   */
  static Cleared read(Path folder, String name) throws IOException {
    Path of = Files.exists(folder.resolve("result.bin")) ? folder : of(folder, name);
    if (!Files.exists(of.resolve("result.bin"))) {
      throw new IllegalArgumentException(
          "The folder (%s) keeps no result: runs of more than 12 cases do not.".formatted(of));
    }
    StoredOutcome stored =
        Wire.unpack(Files.readAllBytes(of.resolve("result.bin")), StoredOutcome.class);
    return new Cleared(
        CaseFiles.unpack(Files.readAllBytes(of.resolve("case.json.gz"))),
        stored.result(),
        stored.receipt().summary());
  }
}
