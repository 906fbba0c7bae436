/** Calls that watch a market: indices, alarms. */
@NullMarked
package org.gridclear.web.monitoring;

import org.jspecify.annotations.NullMarked;
