/**
 * Checks of series as data (A-19, O-17): rules with thresholds that are put in or out of effect,
 * and what they find.
 */
package org.gridclear.market.check;
