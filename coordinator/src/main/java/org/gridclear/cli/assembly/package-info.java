/** Commands of what cases are assembled from, and of assembling them. */
package org.gridclear.cli.assembly;
