package org.gridclear.market;

import org.gridclear.quantity.Series;

/**
 * A spinning-reserve requirement of the system.
 *
 * @param id name of the product
 * @param mw requirement per period
 * @param shortfallYuanPerMwh penalty of a shortfall; negative for the default of {@link Penalties}
 */
public record ReserveRequirement(String id, Series mw, double shortfallYuanPerMwh) {}
