package org.gridclear.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.file.StoredFiles;
import org.gridclear.io.CaseFiles;
import org.gridclear.json.Json;
import org.gridclear.market.MarketDay;
import org.gridclear.report.clearing.ReportFolder;
import org.gridclear.study.ClearedAs;
import org.gridclear.work.CaseSummary;
import org.gridclear.worker.api.StoredOutcome;
import org.gridclear.worker.api.Wire;
import org.jspecify.annotations.Nullable;

/** Folders of cleared cases inside the folder of a run. */
public final class CaseFolders {
  private static final int NAMES_MAX = 30;

  private CaseFolders() {}

  /** The folder itself if it is that of a case, else the first case of the run. */
  public static Path only(Path folder) {
    return Files.isRegularFile(folder) || Files.exists(folder.resolve("boundary.json"))
        ? folder
        : of(folder, "");
  }

  /**
   * The folder of a case of a run.
   *
   * @param name the name of the case, or a part that no other name has; "" for the first
   * @throws IllegalArgumentException if there is none, or if several have that part
   */
  public static Path of(Path run, String name) {
    List<String> names = names(run);
    List<Integer> found = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      if (names.get(c).equals(name) || name.isEmpty()) {
        return run.resolve("cases").resolve(ReportFolder.folderName(c, names.get(c)));
      }
      if (names.get(c).contains(name)) {
        found.add(c);
      }
    }
    if (found.size() == 1) {
      return run.resolve("cases")
          .resolve(ReportFolder.folderName(found.get(0), names.get(found.get(0))));
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "The folder (%s) holds no cleared case; name the --out folder of clear or study."
              .formatted(run));
    }
    String said =
        found.isEmpty()
            ? "No case has '%s' in its name"
            : found.size() + " cases have '%s' in their name";
    throw new IllegalArgumentException(
        "Run (%s): %s. %s are: %s."
            .formatted(
                run,
                said.formatted(name),
                names.size() > NAMES_MAX ? "The first " + NAMES_MAX : "Its cases",
                String.join(", ", names.subList(0, Math.min(NAMES_MAX, names.size())))));
  }

  /** Names of the cases of a run in their order; none where the folder is not one of a run. */
  private static List<String> names(Path run) {
    Path summary = run.resolve("summary.json");
    if (!Files.isDirectory(run.resolve("cases")) || !Files.exists(summary)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    Json.MAPPER
        .readTree(content(summary))
        .path("cases")
        .forEach(cell -> names.add(cell.path("name").asString()));
    return names;
  }

  private static byte[] content(Path file) {
    try {
      return StoredFiles.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A cleared case as it was stored.
   *
   * @param summary its figures; null if it keeps none
   */
  public record Cleared(MarketDay day, ClearingResult result, @Nullable CaseSummary summary) {}

  private static Path caseOf(Path folder, String name) {
    return Files.exists(folder.resolve("result.bin")) ? folder : of(folder, name);
  }

  /**
   * The cleared case of a folder, with how it was cleared.
   *
   * @param folder folder of a case or of a run
   * @param name name of the case as in {@link #of}
   * @throws IllegalArgumentException if the folder keeps no result
   */
  public static ComparedCase clearedOne(Path folder, String name) throws IOException {
    return compared(caseOf(folder, name), name);
  }

  /**
   * Reads the cleared case of a folder.
   *
   * @param folder folder of a case or of a run
   * @param name name of the case as in {@link #of}
   * @throws IllegalArgumentException if the folder keeps no result
   */
  public static Cleared read(Path folder, String name) throws IOException {
    Path of = caseOf(folder, name);
    if (!Files.exists(of.resolve("result.bin"))) {
      throw new IllegalArgumentException(
          "The folder (%s) keeps no result: the case failed; summary.json says why.".formatted(of));
    }
    StoredOutcome stored =
        Wire.unpack(StoredFiles.readAllBytes(of.resolve("result.bin")), StoredOutcome.class);
    return new Cleared(
        CaseFiles.unpack(StoredFiles.readAllBytes(of.resolve("case.json.gz"))),
        stored.result(),
        stored.receipt().cleared());
  }

  /**
   * The cleared cases of a run, or the one of a case folder, with how they were cleared.
   *
   * @param folder folder of a run or of a case
   * @param name name of one case of a run as in {@link #of}; null for all
   * @param side what the folder is called in messages
   * @param missing takes a line for every case without a result
   * @throws IllegalArgumentException if the folder holds no cleared case
   */
  public static List<ComparedCase> cleared(
      Path folder, @Nullable String name, String side, List<String> missing) throws IOException {
    if (Files.exists(folder.resolve("case.json.gz"))) {
      return List.of(compared(folder, folder.toAbsolutePath().getFileName().toString()));
    }
    if (name != null) {
      Path of = of(folder, name);
      return List.of(compared(of, name));
    }
    List<String> names = names(folder);
    List<ComparedCase> cases = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      Path of = folder.resolve("cases").resolve(ReportFolder.folderName(c, names.get(c)));
      if (Files.exists(of.resolve("result.bin"))) {
        cases.add(compared(of, names.get(c)));
      } else {
        missing.add("%s, case %s: it has no result.".formatted(side, names.get(c)));
      }
    }
    if (cases.isEmpty()) {
      throw new IllegalArgumentException(
          "The folder (%s) holds no cleared case; name the --out folder of clear or study."
              .formatted(folder));
    }
    return cases;
  }

  /**
   * Compares two runs or cases by their folders; cases without a result are named as gaps.
   *
   * @param name name of one case of each run as in {@link #of}; null for all
   * @throws IllegalArgumentException if one holds no cleared case, or no case is in both
   */
  public static RunComparison compare(Path first, Path second, @Nullable String name)
      throws IOException {
    List<String> missing = new ArrayList<>();
    List<ComparedCase> a = cleared(first, name, "A", missing);
    List<ComparedCase> b = cleared(second, name, "B", missing);
    List<String> ofA = a.stream().map(ComparedCase::name).toList();
    List<String> ofB = b.stream().map(ComparedCase::name).toList();
    boolean pair = a.size() == 1 && b.size() == 1;
    if (!pair && ofA.stream().noneMatch(ofB::contains)) {
      throw new IllegalArgumentException(
          "No case of A (%s) is in B (%s): name one of each by its folder, or with --case."
              .formatted(String.join(", ", ofA), String.join(", ", ofB)));
    }
    return RunComparison.of(a, b).withGaps(missing);
  }

  private static ComparedCase compared(Path folder, String name) throws IOException {
    Cleared cleared = read(folder, "");
    CaseFiles.Loaded loaded =
        CaseFiles.load(folder.resolve("case.json.gz").toString(), Path.of(""), Set.of());
    ClearedAs as = ClearedAs.of(loaded, folder.toString());
    return new ComparedCase(
        name,
        as.base().resolve(cleared.day()).in(as.options().market()),
        as.options(),
        cleared.result(),
        Objects.requireNonNull(cleared.summary()));
  }
}
