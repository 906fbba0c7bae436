/** Closes, bills and lines as they are shown: tables and records for every door. */
@NullMarked
package org.gridclear.settlement.view;

import org.jspecify.annotations.NullMarked;
