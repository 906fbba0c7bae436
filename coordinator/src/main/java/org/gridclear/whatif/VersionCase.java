package org.gridclear.whatif;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.clearing.context.ClearingContext;
import org.gridclear.clearing.context.ClearingOutcome;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.security.correction.Redispatch;
import org.gridclear.study.ClearedAs;

/**
 * The kept case of a version of a market's day. A version keeps its case and its results, not the
 * multipliers of the program: these come from a dispatch of the case with the commitment of the
 * version, whose prices are held against those of the version.
 */
public final class VersionCase {
  /** What prices of a dispatch may differ from kept ones, which have few decimals. */
  private static final double SAME_YUAN_PER_MWH = 1e-3;

  private static final String LMP = "lmpYuanPerMwh";

  private final MarketFolder market;
  private final DayStore store;

  /** Cases of a market. */
  public VersionCase(MarketFolder market, DayStore store) {
    this.market = market;
    this.store = store;
  }

  /**
   * A case of a version.
   *
   * @param kept the case with its dispatch
   * @param notices what somebody must know of it
   */
  public record Found(KeptCase kept, List<String> notices) {}

  /**
   * Dispatches the case of a version.
   *
   * @throws IllegalArgumentException if its case or its commitment was not kept
   * @throws WhatIf.UnansweredException if its commitment cannot be dispatched
   */
  public Found of(DayVersion version, ClearingContext context) {
    CaseFiles.Loaded loaded = CaseFiles.load(packed(version), "case.json.gz", Set.of());
    MarketDay day = loaded.day("The case of %s has no units.".formatted(version.text()));
    ClearedAs as = ClearedAs.of(loaded, "case of " + version.text());
    ClearingCase clearingCase = as.base().resolve(day).in(as.options().market());
    boolean[][] on = committed(version, clearingCase.day());
    ClearingOutcome outcome = Redispatch.of(clearingCase, as.options(), on, context);
    if (!(outcome instanceof ClearingOutcome.Cleared cleared)) {
      throw new WhatIf.UnansweredException(
          "The commitment of %s has no dispatch: %s"
              .formatted(version.text(), ((ClearingOutcome.NotCleared) outcome).text()));
    }
    return new Found(
        new KeptCase(clearingCase, as.options(), cleared.result()),
        notices(version, clearingCase.day(), cleared.result()));
  }

  private byte[] packed(DayVersion version) {
    try {
      return market.content().get(version.caseHash());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The case of %s was not kept; clear it again.".formatted(version.text()), e);
    }
  }

  private ResultBlock block(DayVersion version, ResultKind kind) {
    return store
        .block(version, kind, Selection.ALL)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no %s.".formatted(version.text(), kind.word())));
  }

  private boolean[][] committed(DayVersion version, MarketDay day) {
    boolean[][] on = new boolean[day.thermalUnits().size()][day.periodCount()];
    if (on.length == 0) {
      return on;
    }
    ResultBlock block = block(version, ResultKind.COMMITMENT);
    Map<String, Integer> numbers = new HashMap<>();
    for (int g = 0; g < on.length; g++) {
      numbers.put(day.thermalUnits().get(g).id(), g);
    }
    long[] cells = block.column("on");
    int slots = block.layout().slots();
    for (int here = 0; here < block.elements().length; here++) {
      Integer unit = numbers.remove(block.text(here, "unit"));
      for (int t = 0; unit != null && t < Math.min(slots, day.periodCount()); t++) {
        on[unit][t] = block.has(here, t) && cells[here * slots + t] > 0;
      }
    }
    if (!numbers.isEmpty()) {
      throw new IllegalArgumentException(
          "%s keeps no commitment of %s."
              .formatted(version.text(), numbers.keySet().stream().sorted().toList()));
    }
    return on;
  }

  private List<String> notices(DayVersion version, MarketDay day, ClearingResult result) {
    ResultBlock block = block(version, ResultKind.PRICES);
    Map<String, Integer> numbers = new HashMap<>();
    for (int b = 0; b < day.network().buses().size(); b++) {
      numbers.put(day.network().buses().get(b).id(), b);
    }
    long[] cells = block.column(LMP);
    int column = block.layout().column(LMP);
    double unit = Math.pow(10, -block.layout().columns().get(column).decimals());
    int slots = block.layout().slots();
    double apart = 0;
    for (int here = 0; here < block.elements().length; here++) {
      Integer bus = numbers.get(block.text(here, "bus"));
      for (int t = 0; bus != null && t < Math.min(slots, day.periodCount()); t++) {
        long cell = cells[here * slots + t];
        if (block.has(here, t) && cell != ResultBlock.MISSING) {
          double lmp = result.prices().lmpYuanPerMwh()[bus][t];
          apart = Math.max(apart, Math.abs(lmp - cell * unit));
        }
      }
    }
    String how = "The prices are those of a dispatch with the commitment of the version";
    return apart <= SAME_YUAN_PER_MWH
        ? List.of(how + "; they are the version's own.")
        : List.of(
            how
                + "; they differ from the version's own by up to %.4f %s/MWh."
                    .formatted(apart, day.currency()));
  }
}
