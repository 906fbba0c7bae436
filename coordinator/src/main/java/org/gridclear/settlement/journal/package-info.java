/** Journals of events that a state follows from (docs/settlement-process.md). */
package org.gridclear.settlement.journal;
