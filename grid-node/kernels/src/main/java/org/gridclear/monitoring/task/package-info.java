/** Work of monitoring for a node: what to do, and what came of it. */
@NullMarked
package org.gridclear.monitoring.task;

import org.jspecify.annotations.NullMarked;
