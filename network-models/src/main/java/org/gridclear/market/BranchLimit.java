package org.gridclear.market;

import org.gridclear.quantity.Series;

/**
 * A branch limit that replaces the rating of the network model.
 *
 * @param branch id of the branch
 * @param mw limit per period in both directions; infinite for none
 * @param penaltyYuanPerMwh penalty of an overload; negative for the default of {@link Penalties}
 */
public record BranchLimit(String branch, Series mw, double penaltyYuanPerMwh) {}
