package org.gridclear.casetable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridclear.clearing.input.ClearingCase;
import org.gridclear.clearing.input.Market;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.rule.FlowgateLimit;
import org.gridclear.network.Network;
import org.gridclear.study.ClearedAs;

/**
 * What is looked at.
 *
 * @param network the network
 * @param clearing the market day with the market and the switches of its constraint families; empty
 *     for a network without one
 */
public record ShownCase(Network network, Optional<ClearingCase> clearing) {
  /** A network without a market day. */
  public static ShownCase of(Network network) {
    return new ShownCase(network, Optional.empty());
  }

  /** A market day as it is cleared. */
  public static ShownCase of(ClearingCase clearing) {
    return new ShownCase(clearing.day().network(), Optional.of(clearing));
  }

  /**
   * What a file holds, as it was or will be cleared.
   *
   * @param source what the file is called in messages
   * @param market the market whose constraints are in effect; empty for that of the case
   * @throws org.gridclear.validate.InvalidInputException if the file says what cannot be of how it
   *     was cleared
   */
  public static ShownCase of(CaseFiles.Loaded loaded, String source, Optional<Market> market) {
    if (!(loaded.content() instanceof CaseFiles.Content.WholeDay whole)) {
      return of(loaded.network());
    }
    ClearedAs as = ClearedAs.of(loaded, source);
    return of(as.base().resolve(whole.day()).in(market.orElse(as.options().market())));
  }

  /** The market day; empty for a network without one. */
  Optional<MarketDay> day() {
    return clearing.map(ClearingCase::day);
  }

  /** Limits by period of the day, by the id of their flowgate. */
  Map<String, FlowgateLimit> flowgateLimits() {
    return FlowgateLimit.byFlowgate(
        day().map(day -> day.rules().flowgateLimits()).orElse(List.of()));
  }
}
