/**
 * The settlement process: calendar, publication, confirmation, disputes
 * (docs/settlement-process.md).
 */
package org.gridclear.settlement.process;
