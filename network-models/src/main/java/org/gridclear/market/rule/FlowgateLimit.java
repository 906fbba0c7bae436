package org.gridclear.market.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.network.Flowgate;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.quantity.Series;
import org.jspecify.annotations.Nullable;

/**
 * Limits of a flowgate by period that replace those of the network model (A-23, B-18).
 *
 * @param flowgate id of the flowgate
 * @param mw limit per period in the positive direction, infinite for none; null for that of the
 *     network
 * @param reverseMw limit per period in the negative direction, as a positive number, infinite for
 *     none; null for that of the network
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FlowgateLimit(String flowgate, @Nullable Series mw, @Nullable Series reverseMw) {
  /** The same with another limit in the positive direction. */
  public FlowgateLimit withMw(Series changed) {
    return new FlowgateLimit(flowgate, changed, reverseMw);
  }

  /** The same with another limit in the negative direction. */
  public FlowgateLimit withReverseMw(Series changed) {
    return new FlowgateLimit(flowgate, mw, changed);
  }

  /** The same on other periods; of periods that are joined the mean counts. */
  public FlowgateLimit on(PeriodMap map) {
    return new FlowgateLimit(
        flowgate, mw == null ? null : map.of(mw), reverseMw == null ? null : map.of(reverseMw));
  }

  /** The same with both limits a multiple of what they were; no limit stays none. */
  public FlowgateLimit scaled(double scale) {
    return new FlowgateLimit(flowgate, scaled(mw, scale), scaled(reverseMw, scale));
  }

  private static @Nullable Series scaled(@Nullable Series series, double scale) {
    return series == null ? null : series.map(mw -> scaled(mw, scale));
  }

  /** A multiple of a limit in MW; no limit stays none. */
  public static double scaled(double mw, double scale) {
    return Double.isInfinite(mw) ? mw : mw * scale;
  }

  /** Limits by the id of their flowgate. */
  public static Map<String, FlowgateLimit> byFlowgate(List<FlowgateLimit> limits) {
    Map<String, FlowgateLimit> byFlowgate = new HashMap<>();
    limits.forEach(limit -> byFlowgate.put(limit.flowgate, limit));
    return byFlowgate;
  }

  /**
   * Limit of a flowgate in the positive direction in period {@code t}, in MW.
   *
   * @param limit what replaces that of the network; null for nothing
   */
  public static double forwardMw(Flowgate gate, @Nullable FlowgateLimit limit, int t) {
    return limit == null || limit.mw == null ? gate.limitMw() : limit.mw.at(t);
  }

  /**
   * Limit of a flowgate in the negative direction in period {@code t}, in MW, as a positive number.
   *
   * @param limit what replaces that of the network; null for nothing
   */
  public static double reverseMw(Flowgate gate, @Nullable FlowgateLimit limit, int t) {
    return limit == null || limit.reverseMw == null ? gate.reverseLimitMw() : limit.reverseMw.at(t);
  }
}
