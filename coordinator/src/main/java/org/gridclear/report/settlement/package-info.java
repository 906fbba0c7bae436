/** Tables, bills and pages of closes, and the audit of the tables themselves. */
@NullMarked
package org.gridclear.report.settlement;

import org.jspecify.annotations.NullMarked;
