package org.gridclear.market.handover;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridclear.clearing.result.ClearingResult;
import org.gridclear.market.MarketDay;
import org.gridclear.report.clearing.ClearedDay;
import org.gridclear.report.clearing.DayImport;
import org.gridclear.report.clearing.ImportMapping;
import org.gridclear.settlement.register.ImportRegister;
import org.gridclear.work.CaseSummary;
import org.jspecify.annotations.Nullable;

/**
 * Hands a cleared day of a run, which nobody approved, on to a settlement (O-14). A day that is not
 * secure, not audited, sheds load or is of another date is refused, unless somebody says why it is
 * taken; that is written down.
 *
 * @param clock the time
 */
public record RunHandOver(Clock clock) {
  /**
   * A cleared day.
   *
   * @param summary its figures; null if it keeps none
   */
  public record Run(MarketDay day, ClearingResult result, @Nullable CaseSummary summary) {}

  /**
   * What is to be handed on.
   *
   * @param market da or rt
   * @param date day of the settlement
   * @param folder settlement folder
   * @param mapping what is what
   * @param by who does it; blank for nobody
   * @param override why a day that is refused is taken all the same; blank for no reason
   */
  public record Wanted(
      String market,
      LocalDate date,
      Path folder,
      ImportMapping mapping,
      String by,
      String override) {
    public Wanted {
      if (!market.equals("da") && !market.equals("rt")) {
        throw new IllegalArgumentException("The market (%s) must be da or rt.".formatted(market));
      }
    }
  }

  /**
   * What was handed on.
   *
   * @param overridden what stood against the day
   * @param merged what became of the files
   * @param unmatched elements of the day that are nothing of the settlement
   */
  public record HandedOver(
      List<String> overridden, DayImport.Merged merged, List<String> unmatched) {}

  /**
   * Hands a day on.
   *
   * @throws IllegalArgumentException if it is refused, the day is locked or of another month, or
   *     nothing matches; nothing was changed then
   */
  public HandedOver handOver(Run run, Wanted wanted) throws IOException {
    SettlementDay settled = SettlementDay.open(wanted.folder(), wanted.date());
    List<String> objections = objections(run, wanted.date());
    if (!objections.isEmpty() && (wanted.override().isBlank() || wanted.by().isBlank())) {
      throw new IllegalArgumentException(
          "The day is not taken: %s. --override REASON --by NAME takes it all the same. Nothing was changed."
              .formatted(String.join(", ", objections)));
    }
    ClearedDay.Series series =
        new ClearedDay(
                run.day(),
                run.result(),
                wanted.market(),
                settled.intervals(),
                wanted.mapping(),
                settled::knows)
            .series();
    DayImport.Merged merged = settled.merge(series, wanted.mapping());
    new ImportRegister(wanted.folder())
        .add(
            wanted.date(),
            wanted.market(),
            run.summary() == null ? "-" : run.summary().outcomeHash(),
            wanted.by(),
            clock.instant().toString(),
            objections,
            wanted.override());
    return new HandedOver(objections, merged, series.unmatched());
  }

  private static List<String> objections(Run run, LocalDate date) {
    List<String> objections = new ArrayList<>(DayImport.objections(run.result(), run.summary()));
    LocalDate first = run.day().horizon().firstDay();
    if (first != null && !first.equals(date)) {
      objections.add("it begins on %s".formatted(first));
    }
    return objections;
  }
}
