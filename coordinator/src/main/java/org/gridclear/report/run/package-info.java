/** The report of a run that has ended, whatever it did. */
@NullMarked
package org.gridclear.report.run;

import org.jspecify.annotations.NullMarked;
