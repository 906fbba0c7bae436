/** Commands of the settlement process (docs/settlement-process.md). */
package org.gridclear.cli.settlement.process;
