/** Whether a grid listens at an address, and what else answers there. */
package org.gridclear.worker.ignite.probe;
