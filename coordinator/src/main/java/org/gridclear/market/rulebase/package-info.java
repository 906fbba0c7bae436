/**
 * The rules of a market under one door: each kind has versions with validity, proposed by one
 * account and approved by another; readers ask for what holds at a time (docs/market-day.md).
 */
@NullMarked
package org.gridclear.market.rulebase;

import org.jspecify.annotations.NullMarked;
