/**
 * What a market publishes (docs/market-day.md): a catalogue of kinds of data, publications of
 * approved versions with their corrections and withdrawals, and a message for each member of the
 * audience that is written with the publication and acknowledged once.
 */
@NullMarked
package org.gridclear.market.publication;

import org.jspecify.annotations.NullMarked;
