/** Proofs that a statement is one of those that were published (docs/settlement-process.md). */
@NullMarked
package org.gridclear.settlement.proof;

import org.jspecify.annotations.NullMarked;
