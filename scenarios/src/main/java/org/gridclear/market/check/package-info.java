/**
 * Checks of series as data (A-19, O-17): rules with thresholds that are put in or out of effect,
 * and what they find.
 */
@NullMarked
package org.gridclear.market.check;

import org.jspecify.annotations.NullMarked;
