package org.gridclear.bench.settlement;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.CorrectionPreview;
import org.gridclear.settlement.close.CorrectionPreview.Change;
import org.gridclear.settlement.close.MonthCorrection;
import org.gridclear.settlement.preview.OpenMonth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How long a preview takes on an open close. */
@Command(
    name = "preview",
    description = {
      "Preview corrections of an open close, again and again: one meter, and the prices of one"
          + " day,",
      "or those of a folder. --whole compares each with what reading all of it again gives."
    })
public final class PreviewBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "CLOSE", description = "Folder of the close.")
  private Path folder;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CORRECTION",
      description = "Folder of corrected rows (default: one meter, then the prices of a day).")
  private Path correction;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Rounds (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(names = "--whole", description = "Compare with a preview that reads all again.")
  private boolean whole;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    boolean same = true;
    try (CloseFolder close = CloseFolder.open(folder)) {
      long start = System.nanoTime();
      OpenMonth open = new OpenMonth(close);
      out.printf(Locale.ROOT, "opened in %.3f s%n", (System.nanoTime() - start) / 1e9);
      for (Path each : corrections(close)) {
        same &= rounds(close, open, each, out);
      }
    }
    return same ? 0 : 1;
  }

  private boolean rounds(CloseFolder close, OpenMonth open, Path each, PrintWriter out) {
    boolean same = true;
    for (int round = 1; round <= rounds; round++) {
      long start = System.nanoTime();
      double cpu = cpuSeconds();
      CorrectionPreview preview = open.preview(each);
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf(
          Locale.ROOT,
          "%s, round %d: %.3f s (%.2f CPU-s); %d amounts%n",
          each.getFileName(),
          round,
          seconds,
          cpuSeconds() - cpu,
          preview.changes().size());
      if (round == 1 && whole) {
        start = System.nanoTime();
        CorrectionPreview all = CorrectionPreview.of(MonthCorrection.ofFiles(close, each));
        same = same(preview, all);
        out.printf(
            Locale.ROOT,
            "%s, all again: %.3f s; %s%n",
            each.getFileName(),
            (System.nanoTime() - start) / 1e9,
            same ? "equal to 0.001 yuan" : "DIFFERENT");
      }
      out.flush();
    }
    return same;
  }

  private static double cpuSeconds() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }

  private static boolean same(CorrectionPreview quick, CorrectionPreview all) {
    Set<Change> changes = new HashSet<>(quick.changes());
    return changes.equals(new HashSet<>(all.changes()))
        && quick.changes().size() == all.changes().size()
        && quick.accountsMilliYuan() == all.accountsMilliYuan();
  }

  private List<Path> corrections(CloseFolder close) throws IOException {
    if (correction != null) {
      return List.of(correction);
    }
    String day = "days/" + close.month().date((close.month().days() + 1) / 2) + "/";
    Path folder = Files.createTempDirectory("gridclear-preview-");
    return List.of(
        changed(close, day + "meters.csv", folder.resolve("one meter"), 1),
        changed(close, day + "prices.csv", folder.resolve("prices of a day"), Integer.MAX_VALUE));
  }

  /** Rows of a file with the first interval's value one higher in its last digit. */
  private static Path changed(CloseFolder close, String file, Path folder, int count)
      throws IOException {
    List<String> lines =
        new String(close.files().read(file).orElseThrow(), StandardCharsets.UTF_8).lines().toList();
    List<String> rows = new ArrayList<>(List.of(lines.get(0)));
    for (int i = lines.size() / 2; i < lines.size() && rows.size() <= count; i++) {
      String[] cells = lines.get(i).split(",", -1);
      if (count == 1 || cells[1].endsWith("Energy")) {
        cells[2] = cells[2].replaceFirst("^(-?)\\d+", "$17");
        rows.add(String.join(",", cells));
      }
    }
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    Files.write(target, rows);
    return folder;
  }
}
