/** Journals of events that a state follows from (docs/settlement-process.md). */
@NullMarked
package org.gridclear.settlement.journal;

import org.jspecify.annotations.NullMarked;
