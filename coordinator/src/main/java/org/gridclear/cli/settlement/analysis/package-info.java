/** Commands that look at closed months: reports, baselines, obligations, books on trial. */
@NullMarked
package org.gridclear.cli.settlement.analysis;

import org.jspecify.annotations.NullMarked;
