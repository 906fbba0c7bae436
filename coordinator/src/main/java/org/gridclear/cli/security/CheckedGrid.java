package org.gridclear.cli.security;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.check.CheckedNetwork;
import org.gridclear.cli.option.StrictOption;
import org.gridclear.compare.CaseFolders;
import org.gridclear.compare.ComparedCase;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.LimitReader;
import picocli.CommandLine.Option;

/**
 * What a check is about: the network of a file at its own operating point, or the periods of a
 * cleared plan (H-02, H-19), with other limits where they are given (H-18).
 */
final class CheckedGrid {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");

  @Option(
      names = "--limits",
      paramLabel = "FILE",
      description =
          "Other limits of devices: a CSV as 'show NETWORK limits --format csv' writes it, edited.")
  private Path limits;

  @Option(
      names = "--periods",
      paramLabel = "FROM..TO",
      description = "Periods of a cleared case, counted from 1 (default: all).")
  private String periods;

  @Option(
      names = "--case",
      paramLabel = "NAME",
      description = "Case of a cleared run, by its name or a part of it (default: first).")
  private String caseName;

  /** Reads a file, a built-in network, or the folder of a cleared case or run. */
  CheckedNetwork read(String source, StrictOption strict, PrintWriter err) throws IOException {
    Path folder = Path.of(source);
    boolean cleared =
        Files.exists(folder.resolve("result.bin")) || Files.isDirectory(folder.resolve("cases"));
    if (cleared) {
      return limited(plan(folder));
    }
    if (periods != null || caseName != null) {
      throw new IllegalArgumentException(
          "--periods and --case ask for a cleared case: name the --out folder of clear or study,"
              + " not '%s'.".formatted(source));
    }
    CaseFiles.Loaded loaded = strict.load(source);
    return limited(CheckedNetwork.of(loaded));
  }

  private CheckedNetwork plan(Path folder) throws IOException {
    ComparedCase of =
        CaseFolders.cleared(folder, caseName == null ? "" : caseName, "plan", new ArrayList<>())
            .get(0);
    int count = of.clearing().day().periodCount();
    int[] range = range(count);
    return CheckedNetwork.ofPlan(of.clearing(), of.result(), range[0], range[1], List.of());
  }

  private int[] range(int count) {
    if (periods == null) {
      return new int[] {0, count};
    }
    Matcher matcher = RANGE.matcher(periods);
    if (matcher.matches()) {
      int from = Integer.parseInt(matcher.group(1));
      int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
      if (from >= 1 && from <= to && to <= count) {
        return new int[] {from - 1, to};
      }
    }
    throw new IllegalArgumentException(
        "The --periods (%s) must be a period or a range such as 3..5, within 1..%d."
            .formatted(periods, count));
  }

  private CheckedNetwork limited(CheckedNetwork checked) {
    return limits == null ? checked : checked.limited(LimitReader.read(limits, checked.network()));
  }
}
