package org.gridclear.web.market.registry;

import java.util.List;
import org.gridclear.market.registry.MarketRegistry.Proposed;
import org.jspecify.annotations.Nullable;

/** Rules and advice name what others have registered. */
/**
 * What was proposed.
 *
 * @param proposal its number; null if nothing would change
 * @param changed things that would change
 * @param unchanged records that are registered already
 * @param warnings what a reviewer should look at
 */
record ProposalReceipt(@Nullable Long proposal, int changed, int unchanged, List<String> warnings) {
  static ProposalReceipt of(Proposed proposed) {
    return new ProposalReceipt(
        proposed.number().isPresent() ? (Long) proposed.number().getAsLong() : null,
        proposed.changed(),
        proposed.unchanged(),
        ServedRegistry.lines(proposed.warnings()));
  }
}
