package org.gridclear.report.settlement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.ShadowRun;
import org.gridclear.settlement.input.SettlementColumn;

/** What another book would change of a month, and what books may name, in words. */
public final class ShadowText {
  private static final int SHOWN = 10;

  private ShadowText() {}

  /** Totals of items that change, the bills that change most, what could not be billed. */
  public static List<String> lines(ShadowRun shadow, CloseFolder close) {
    List<String> lines = new ArrayList<>();
    shadow
        .items()
        .forEach(
            (code, totals) -> {
              if (totals[0] != totals[1]) {
                lines.add(
                    "  %-26s %20s -> %20s yuan".formatted(code, yuan(totals[0]), yuan(totals[1])));
              }
            });
    long[] changes = shadow.changes();
    long changed = Arrays.stream(changes).filter(change -> change != 0).count();
    lines.add("%d of %d bills change; the most:".formatted(changed, changes.length));
    IntStream.range(0, changes.length)
        .boxed()
        .filter(e -> changes[e] != 0)
        .sorted(Comparator.comparingLong(e -> -Math.abs(changes[e])))
        .limit(SHOWN)
        .forEach(
            e ->
                lines.add(
                    "  %-10s %20s yuan"
                        .formatted(close.month().entities().get(e).id(), yuan(changes[e]))));
    shadow.closed().findings().forEach(finding -> lines.add("  not billable: " + finding));
    lines.add("Residual %s yuan".formatted(yuan(shadow.closed().residualMilliYuan())));
    return lines;
  }

  private static String yuan(long milliYuan) {
    return FixedPoint.format(milliYuan, FixedPoint.YUAN_DECIMALS);
  }

  /** Columns that formulas of a book may name. */
  public static List<String> columns() {
    return Arrays.stream(SettlementColumn.values())
        .map(
            column ->
                "%-9s %-28s %-9s %d decimals"
                    .formatted(
                        column.kind().name().toLowerCase(Locale.ROOT),
                        column.label(),
                        column.measure().unit(),
                        column.measure().decimals()))
        .toList();
  }
}
