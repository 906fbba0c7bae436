/** Connectivity of a network: which buses belong together when some branches are out. */
@NullMarked
package org.gridclear.network.topology;

import org.jspecify.annotations.NullMarked;
