package org.gridclear.market.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gridclear.file.WrittenFile;
import org.gridclear.settlement.folder.DayTypeFile;
import org.gridclear.settlement.folder.FolderFiles;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.reader.registry.RegistryWriter;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registration.SettlementView;
import org.gridclear.settlement.registry.entry.EnergyCurve.DayType;
import org.gridclear.validate.IssueLog;

/**
 * Hands the registry of a month over to a settlement folder: its registry files, and the curves of
 * contracts with a total among those of each day. Other files of the folder stay.
 *
 * @param state the registry
 * @param month the month
 * @param folder the settlement folder; made where there is none
 * @param intervals intervals a day: 24, 48 or 96
 * @param replace whether files that are there and differ are replaced
 */
public record SettlementExport(
    RegistryState state, YearMonth month, Path folder, int intervals, boolean replace) {
  private static final String CURVES = "curves.csv";

  /**
   * Writes the files.
   *
   * @return paths that were written, in the folder; those that were as they are now are not
   * @throws IllegalArgumentException if a file would be replaced and may not; nothing is written
   */
  public List<String> write() {
    FolderFiles files = new FolderFiles(folder.toAbsolutePath().normalize());
    Map<String, byte[]> wanted = new LinkedHashMap<>(RegistryWriter.files(registry()));
    wanted.putAll(curves(files));
    List<String> different = new ArrayList<>();
    wanted.forEach(
        (path, content) -> {
          Optional<byte[]> there = files.read(path);
          if (there.isEmpty() || !Arrays.equals(there.get(), content)) {
            different.add(path);
          }
        });
    List<String> lost = different.stream().filter(path -> replaces(files, path)).toList();
    if (!replace && !lost.isEmpty()) {
      throw new IllegalArgumentException(
          "The folder %s has %s with other content; --replace writes them anew."
              .formatted(folder, String.join(", ", lost)));
    }
    try {
      for (String path : different) {
        Files.createDirectories(files.folder().resolve(path).getParent());
        WrittenFile.write(files.folder().resolve(path), Objects.requireNonNull(wanted.get(path)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(different);
  }

  private org.gridclear.settlement.registry.Registry registry() {
    return SettlementView.of(state, month);
  }

  private static boolean replaces(InputFiles files, String path) {
    return files.read(path).isPresent();
  }

  private Map<String, byte[]> curves(InputFiles files) {
    IssueLog log = new IssueLog(DayTypeFile.NAME);
    Map<LocalDate, DayType> types = DayTypeFile.read(files, log);
    log.throwIfErrors();
    ContractCurves curves =
        new ContractCurves(state, month, intervals, day -> DayTypeFile.of(day, types));
    Map<LocalDate, Map<String, List<String>>> rows = curves.rows();
    Map<String, byte[]> wanted = new LinkedHashMap<>();
    for (int d = 1; d <= month.lengthOfMonth(); d++) {
      String path = InputFiles.ofDay(month.atDay(d), CURVES);
      Optional<byte[]> there = files.read(path);
      List<String> ofDay =
          rows.getOrDefault(month.atDay(d), Map.of()).values().stream()
              .flatMap(List::stream)
              .toList();
      if (!ofDay.isEmpty() || there.isPresent()) {
        wanted.put(path, merged(path, curves, there, ofDay));
      }
    }
    return wanted;
  }

  /** Rows of contracts without a total stay before those that are written. */
  private static byte[] merged(
      String path, ContractCurves curves, Optional<byte[]> there, List<String> rows) {
    List<String> lines = new ArrayList<>(List.of(curves.header()));
    if (there.isPresent()) {
      List<String> old = new String(there.get(), StandardCharsets.UTF_8).lines().toList();
      Set<String> ours = curves.ids();
      List<String> others =
          old.stream()
              .skip(1)
              .filter(line -> !ours.contains(line.split(",", 2)[0].strip()))
              .toList();
      if (rows.isEmpty() && others.size() >= old.size() - 1) {
        return there.get();
      }
      if (!old.isEmpty() && !old.get(0).replace(" ", "").equals(curves.header())) {
        throw new IllegalArgumentException(
            "The curves of %s have other columns than %s…: they cannot be put together."
                .formatted(path, curves.header().substring(0, 20)));
      }
      lines.addAll(others);
    }
    lines.addAll(rows);
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
