/** The Ignite node: its caches, the jobs that run on it, and its metrics. */
package org.gridclear.worker.ignite;
