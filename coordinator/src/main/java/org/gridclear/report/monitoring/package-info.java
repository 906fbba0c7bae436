/** The market report of a range of dates: indices, trends, alarms. */
@NullMarked
package org.gridclear.report.monitoring;

import org.jspecify.annotations.NullMarked;
