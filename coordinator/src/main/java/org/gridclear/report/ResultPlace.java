package org.gridclear.report;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gridclear.file.StoredFiles;
import org.gridclear.json.Json;
import org.gridclear.table.DataPackage;
import org.gridclear.validate.IssueLog;
import tools.jackson.databind.JsonNode;

/**
 * Where the folder of a run is written: a new or empty one, or one that holds an earlier run and is
 * replaced as a whole.
 *
 * @param folder the folder
 * @param replacing whether an earlier run in it is replaced
 */
public record ResultPlace(Path folder, boolean replacing) {
  /** What runs write beside the tables that their contents list. */
  private static final Pattern BESIDE_TABLES =
      Pattern.compile(
          "summary\\.json|datapackage\\.json|report\\.(html|xlsx)|run\\.log|result\\.bin"
              + "|case\\.json\\.gz|boundary\\.json|security-(cuts|next)\\.json");

  private static final Set<String> PARTS = Set.of("cases", "screening");

  /** A place where nothing is replaced. */
  public static ResultPlace fresh(Path folder) {
    return new ResultPlace(folder, false);
  }

  /** The summary of a folder that was written, as text. */
  public static String summary(Path folder) throws IOException {
    return StoredFiles.readString(folder.resolve("summary.json")).strip();
  }

  /**
   * Writes the folder aside and moves it to its place in one step.
   *
   * @throws java.nio.file.FileAlreadyExistsException if something is there that is not replaced
   * @throws IOException if it cannot be written; then what was there is there as it was
   */
  public void write(FolderSwap.Filling filling) throws IOException {
    if (replacing) {
      Optional<String> obstacle = obstacle();
      if (obstacle.isPresent()) {
        throw new FileAlreadyExistsException(folder.toString(), null, obstacle.get());
      }
      FolderSwap.replace(folder, filling);
    } else {
      FolderSwap.writeOnce(folder, filling);
    }
  }

  /**
   * What stands in the way of writing here, with what to do about it.
   *
   * @throws IOException if the folder cannot be read
   */
  public Optional<String> obstacle() throws IOException {
    if (!FolderSwap.holdsAnything(folder)) {
      return Optional.empty();
    }
    Optional<Path> foreign = foreign(folder);
    if (foreign.isPresent()) {
      return Optional.of(
          "holds %s, which is no result of a run. Name a folder that is new or empty."
              .formatted(foreign.get()));
    }
    return replacing
        ? Optional.empty()
        : Optional.of(
            "holds the results of an earlier run, and nothing is written over them. Name another"
                + " folder, or give --replace to replace them as a whole.");
  }

  /** What no run has written in the folder; empty if it holds runs and nothing else. */
  private static Optional<Path> foreign(Path folder) throws IOException {
    Map<Path, Set<String>> tables = new HashMap<>();
    for (Path entry : sorted(Files.list(folder))) {
      boolean directory = Files.isDirectory(entry);
      if (directory && !isPart(entry)) {
        return Optional.of(folder.relativize(entry));
      }
      for (Path file : directory ? sorted(Files.walk(entry)) : List.of(entry)) {
        if (!Files.isDirectory(file) && !isOfRun(file, folder, tables)) {
          return Optional.of(folder.relativize(file));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Path> sorted(Stream<Path> paths) {
    try (paths) {
      return paths.sorted().toList();
    }
  }

  /** Whether a folder within that of a run may be one of its own. */
  private static boolean isPart(Path folder) {
    return PARTS.contains(folder.getFileName().toString())
        || Files.exists(folder.resolve(DataPackage.FILE));
  }

  /**
   * Whether a run wrote a file.
   *
   * @param tables what the contents of the runs met so far list, by folder
   */
  private static boolean isOfRun(Path file, Path folder, Map<Path, Set<String>> tables)
      throws IOException {
    Path run = runOf(file, folder);
    Path contents = run.resolve(DataPackage.FILE);
    if (!Files.exists(contents)) {
      return false;
    }
    if (!tables.containsKey(run)) {
      tables.put(run, listed(contents));
    }
    String name = run.relativize(file).toString();
    return BESIDE_TABLES.matcher(file.getFileName().toString()).matches()
        || tables.get(run).contains(name)
        || tables.get(run).contains(name.replaceFirst("\\.parquet$", ".csv"));
  }

  /** The innermost folder with contents of its own that holds a file. */
  private static Path runOf(Path file, Path folder) {
    Path run = Objects.requireNonNull(file.getParent());
    while (!run.equals(folder) && !Files.exists(run.resolve(DataPackage.FILE))) {
      run = Objects.requireNonNull(run.getParent());
    }
    return run;
  }

  /** Paths of the tables that the contents of a folder list; none where they cannot be read. */
  private static Set<String> listed(Path contents) throws IOException {
    Set<String> paths = new HashSet<>();
    JsonNode read =
        Json.parse(StoredFiles.readAllBytes(contents), new IssueLog(contents.toString()));
    for (JsonNode resource : read.path("resources")) {
      JsonNode path = resource.path("path");
      paths.add(path.asString(""));
      path.forEach(each -> paths.add(each.asString("")));
    }
    return paths;
  }
}
