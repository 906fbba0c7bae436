/** Proofs that a statement is one of those that were published (docs/settlement-process.md). */
package org.gridclear.settlement.proof;
