/**
 * What is handed on of days: only versions that are in force, by ids that a registry or a table
 * says (docs/market-day.md).
 */
@NullMarked
package org.gridclear.market.handover;

import org.jspecify.annotations.NullMarked;
