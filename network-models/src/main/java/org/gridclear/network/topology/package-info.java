/** Connectivity of a network: which buses belong together when some branches are out. */
package org.gridclear.network.topology;
