/** The ports of {@link org.gridclear.run} on Ignite. */
package org.gridclear.run.ignite;
