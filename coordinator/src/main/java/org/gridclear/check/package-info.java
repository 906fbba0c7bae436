/**
 * Checks of a network or a cleared plan: power flows, outages, sensitivities. Commands and calls
 * over HTTP ask the same things here (docs/security.md).
 */
@NullMarked
package org.gridclear.check;

import org.jspecify.annotations.NullMarked;
