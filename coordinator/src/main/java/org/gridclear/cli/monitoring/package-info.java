/** Commands that watch a market: indices, alarms, adequacy, conduct and impact. */
package org.gridclear.cli.monitoring;
