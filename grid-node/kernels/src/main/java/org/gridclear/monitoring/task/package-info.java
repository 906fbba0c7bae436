/** Work of monitoring for a node: what to do, and what came of it. */
package org.gridclear.monitoring.task;
