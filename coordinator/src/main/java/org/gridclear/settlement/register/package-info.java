/** Registers that are only appended to: states of data, locks, imports, rule books. */
@NullMarked
package org.gridclear.settlement.register;

import org.jspecify.annotations.NullMarked;
