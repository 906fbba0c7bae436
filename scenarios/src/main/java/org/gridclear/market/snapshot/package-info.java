/** The state of units, branches and storages at a clock time, as SCADA has it. */
@NullMarked
package org.gridclear.market.snapshot;

import org.jspecify.annotations.NullMarked;
