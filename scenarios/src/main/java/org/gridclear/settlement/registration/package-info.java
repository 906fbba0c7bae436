/**
 * How the registry of a market changes: records from CSV and JSON, what a change does to the days
 * on which they hold, and the rules that must hold after it (docs/market.md F1).
 */
@NullMarked
package org.gridclear.settlement.registration;

import org.jspecify.annotations.NullMarked;
