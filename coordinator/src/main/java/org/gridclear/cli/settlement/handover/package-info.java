/** Commands by which a settlement takes what was cleared. */
@NullMarked
package org.gridclear.cli.settlement.handover;

import org.jspecify.annotations.NullMarked;
