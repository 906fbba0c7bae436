/** Commands that watch a market: indices, alarms, adequacy, conduct and impact. */
@NullMarked
package org.gridclear.cli.monitoring;

import org.jspecify.annotations.NullMarked;
