package org.gridclear.report.clearing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gridclear.run.CaseResult;
import org.gridclear.run.RunResult;
import org.gridclear.work.CaseSummary;
import org.gridclear.work.Failure;
import org.jspecify.annotations.Nullable;

/** The comparison of cases, against the base, as text for a terminal. */
public final class ComparisonTable {
  private static final String[] HEADER = {
    "case",
    "status",
    "cost",
    "vs base",
    "energy",
    "starts",
    "penalty",
    "other",
    "#st",
    "unit-h",
    "served MWh",
    "shed",
    "curtail",
    "LMP min",
    "mean",
    "max",
    "binding",
    "gap %",
    "s"
  };
  private static final int NAME_MAX = 28;

  private ComparisonTable() {}

  /** The table, with what needs a person's eye above and below it. */
  public static String of(RunResult result) {
    StringBuilder text = new StringBuilder();
    headline(result, text);
    List<String[]> rows = new ArrayList<>();
    String[] header = HEADER.clone();
    header[2] = "cost M" + result.study().base().currency();
    rows.add(header);
    CaseSummary base =
        result.cases().get(0).receipt().summary() instanceof CaseSummary cleared ? cleared : null;
    for (CaseResult cell : result.cases()) {
      rows.add(row(cell, base));
    }
    print(rows, text);
    footnotes(result, text);
    return text.toString();
  }

  private static void headline(RunResult result, StringBuilder text) {
    text.append(
        "Study %s, run %s: %d cases, %d failed, market %s, %s, %.1f s on %s%n"
            .formatted(
                result.status().study(),
                result.status().runId(),
                result.cases().size(),
                result.failedCount(),
                result.study().options().market(),
                result.study().options().lossesInWords(),
                result.status().seconds(),
                String.join(", ", result.status().nodes())));
    if (!result.study().base().synthetic().isEmpty()) {
      text.append(
          "SYNTHETIC data: %s%n".formatted(String.join(", ", result.study().base().synthetic())));
    }
    if (!result.status().lostNodes().isEmpty()) {
      text.append(
          "Lost nodes: %s (%d units were sent again)%n"
              .formatted(
                  String.join(", ", result.status().lostNodes()), result.status().retries()));
    }
    if (result.auditFailedCount() > 0) {
      text.append(
          "AUDIT FAILED for %d case(s); do not use these results. See below.%n"
              .formatted(result.auditFailedCount()));
    }
    text.append(System.lineSeparator());
  }

  private static String[] row(CaseResult cell, @Nullable CaseSummary base) {
    String name =
        cell.name().length() <= NAME_MAX
            ? cell.name()
            : cell.name().substring(0, NAME_MAX - 1) + "…";
    if (!(cell.receipt().summary() instanceof CaseSummary s)) {
      String[] row = new String[HEADER.length];
      java.util.Arrays.fill(row, "");
      row[0] = name;
      row[1] = cell.receipt().why().reason().name().toLowerCase(Locale.ROOT);
      return row;
    }
    return new String[] {
      name,
      s.status().toLowerCase(Locale.ROOT) + (s.auditFindings().isEmpty() ? "" : " AUDIT!"),
      number("%.4f", s.objectiveYuan() / 1e6),
      base == null || s == base ? "" : change(s.objectiveYuan(), base.objectiveYuan()),
      number(
          "%.4f",
          (s.costs().energyYuan() + s.costs().profiledYuan() + s.costs().storageYuan()) / 1e6),
      number("%.4f", s.costs().startYuan() / 1e6),
      number("%.4f", s.costs().penaltyYuan() / 1e6),
      number("%.4f", (s.costs().ancillaryYuan() - s.costs().demandValueYuan()) / 1e6),
      String.valueOf(s.starts()),
      number("%.0f", s.unitHours()),
      number("%.0f", s.servedLoadMwh()),
      number("%.1f", s.shedLoadMwh()),
      number("%.0f", s.curtailedMwh()),
      number("%.1f", s.lmpMinYuanPerMwh()),
      number("%.1f", s.lmpMeanYuanPerMwh()),
      number("%.1f", s.lmpMaxYuanPerMwh()),
      String.valueOf(s.bindingElements().size()),
      number("%.3f", s.gap() * 100),
      number("%.1f", cell.receipt().seconds())
    };
  }

  /** In percent of a base that costs something, else in money: a share of 0 says nothing. */
  private static String change(double cost, double base) {
    return base > 0 ? number("%+.2f %%", (cost / base - 1) * 100) : number("%+.0f", cost - base);
  }

  private static String number(String format, double value) {
    String text = String.format(Locale.ROOT, format, value);
    return text.matches("-0[.0]*( %)?") ? text.substring(1) : text;
  }

  private static void print(List<String[]> rows, StringBuilder text) {
    int[] width = new int[HEADER.length];
    for (String[] row : rows) {
      for (int c = 0; c < row.length; c++) {
        width[c] = Math.max(width[c], row[c].length());
      }
    }
    for (String[] row : rows) {
      for (int c = 0; c < row.length; c++) {
        String pad = " ".repeat(width[c] - row[c].length());
        text.append(c < 2 ? row[c] + pad : pad + row[c]).append("  ");
      }
      text.append(System.lineSeparator());
    }
  }

  private static void footnotes(RunResult result, StringBuilder text) {
    for (CaseResult cell : result.cases()) {
      if (!(cell.receipt().summary() instanceof CaseSummary s)) {
        Failure failure = cell.receipt().why();
        text.append("%n%s: %s: %s%n".formatted(cell.name(), failure.reason(), failure.text()));
        continue;
      }
      if (!s.ended().text().isEmpty()) {
        text.append("%n%s: %s: %s".formatted(cell.name(), s.ended(), s.ended().text()));
      }
      s.auditFindings().stream()
          .limit(5)
          .forEach(finding -> text.append("%n%s: audit: %s".formatted(cell.name(), finding)));
      if (!s.relaxations().isEmpty()) {
        var worst =
            s.relaxations().stream()
                .max(java.util.Comparator.comparingDouble(r -> r.penaltyYuan()))
                .orElseThrow();
        text.append(
            "%n%s: %d relaxed, the dearest: %s %s%s by %.3f %s"
                .formatted(
                    cell.name(),
                    s.relaxations().size(),
                    worst.constraint(),
                    worst.element(),
                    worst.period() < 0 ? "" : " in period " + (worst.period() + 1),
                    worst.amount(),
                    worst.unit()));
      }
    }
    text.append(System.lineSeparator());
  }
}
