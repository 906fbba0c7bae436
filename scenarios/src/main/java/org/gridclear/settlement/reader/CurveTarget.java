package org.gridclear.settlement.reader;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gridclear.settlement.folder.SeriesPath;
import org.gridclear.settlement.input.SettlementColumn.Measure;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Takes curves of contracts (O-25).
 *
 * @param numbers number of a contract, null if there is none of this id
 * @param curves takes energy and price by number
 * @param others contracts that do not hold on the day; of each it is said once that it is left out
 * @param log takes issues
 */
record CurveTarget(
    Function<String, Integer> numbers,
    Map<Integer, int[][]> curves,
    Set<String> others,
    IssueLog log)
    implements SeriesFile.Target {
  private static final Map<String, SeriesFile.Kind> KINDS =
      Map.of(
          "mwh", new SeriesFile.Kind(Measure.MWH, false),
          "yuanPerMwh", new SeriesFile.Kind(Measure.PRICE, true));

  @Override
  public Optional<SeriesFile.Kind> kind(String series) {
    return Optional.ofNullable(KINDS.get(series));
  }

  @Override
  public void accept(String id, String series, int[] values, int line) {
    Integer contract = numbers.apply(id);
    if (contract == null) {
      log.add(Rule.REGISTERED, SeriesPath.place(log.file(), line), "contract", id, "Register it.");
      return;
    }
    if (others.remove(id)) {
      log.add(
          Rule.CURVE_USED,
          SeriesPath.place(log.file(), line),
          "contract",
          id,
          "No record of it holds on this day: the curve is not settled. Remove it, or register"
              + " it.");
    }
    int[][] curve = curves.computeIfAbsent(contract, key -> new int[2][]);
    curve[series.equals("mwh") ? 0 : 1] = values;
  }
}
