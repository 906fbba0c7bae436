/** Registers that are only appended to: states of data, locks, imports, rule books. */
package org.gridclear.settlement.register;
