/** Commands of the settlement process (docs/settlement-process.md). */
@NullMarked
package org.gridclear.cli.settlement.process;

import org.jspecify.annotations.NullMarked;
