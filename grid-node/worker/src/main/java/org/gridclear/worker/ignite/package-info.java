/** The Ignite node: its caches, the jobs that run on it, and its metrics. */
@NullMarked
package org.gridclear.worker.ignite;

import org.jspecify.annotations.NullMarked;
