/**
 * The settlement process: calendar, publication, confirmation, disputes
 * (docs/settlement-process.md).
 */
@NullMarked
package org.gridclear.settlement.process;

import org.jspecify.annotations.NullMarked;
